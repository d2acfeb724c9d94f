"""What our templates print is escaped exactly as Jinja's own autoescape would."""

from hypothesis import given
from hypothesis import strategies as any_
from jinja2 import DictLoader, Environment
from markupsafe import Markup, escape

from macros.site.escaping import EscapingEnvironment, escaped

VALUES = any_.one_of(
    any_.text(), any_.text(alphabet="<>&\"'a"), any_.integers(), any_.floats(), any_.none(), any_.booleans()
)
TEMPLATES = {
    "page": """{% macro twice(x) %}<b>{{ x }}{{ x }}</b>{% endmacro %}{{ value }}<p title="{{ value }}">{{ twice(value) }}
{% set block %}<i>{{ value }}</i>{% endset %}{{ block }}{% include "part" %}{{ [value, value] | join("<br>" | safe) }}
{% filter upper %}{{ value }}{% endfilter %}{{ value ~ "<" }}{{ made }}""",
    "part": "{{ value }}{{ '<' }}",
}


@given(VALUES)
def test_a_value_becomes_the_same_characters(value: object) -> None:
    assert escaped(value) == escape(value)
    assert escaped(Markup("<b>")) == "<b>"


@given(VALUES)
def test_a_template_prints_the_same_page(value: object) -> None:
    loader = DictLoader(TEMPLATES)
    theirs = Environment(loader=loader, autoescape=True).get_template("page")
    ours = EscapingEnvironment(loader=loader).get_template("page")
    assert ours.render(value=value, made=Markup("<hr>")) == theirs.render(value=value, made=Markup("<hr>"))
