"""Where the lines of a title may end."""

from macros.site.rendering import whole


def test_a_number_stays_with_what_it_counts() -> None:
    assert whole("令和3年度第1回審議会") == '令和3年度<span class="whole">第1回</span>審議会'
    assert whole("条例第8条第2項") == '条例<span class="whole">第8条</span><span class="whole">第2項</span>'
    assert whole("第1の5(1)") == '<span class="whole">第1の5</span>(1)'


def test_a_title_without_a_number_stays_as_it_is() -> None:
    assert whole("第三者行為求償") == "第三者行為求償"


def test_text_stays_text() -> None:
    assert whole("<b>第2回") == '&lt;b&gt;<span class="whole">第2回</span>'
