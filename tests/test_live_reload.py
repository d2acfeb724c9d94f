"""While somebody writes: the page of a saved file is what the whole build would make of it, or stays as it was."""

import re
import urllib.request
from pathlib import Path

from macros.site.live_reload import Preview
from macros.site.publishing import publish
from macros.site.server import reloading, server
from tests.archives import edit
from tests.served import served


def test_a_saved_file_is_on_its_page_as_the_whole_build_would_show_it(built_project: Path) -> None:
    preview = Preview(built_project)
    assert preview.look() == []
    pages = ("consultations/2", "answers/1", "meetings/2021-05-20")
    edit(built_project / "data/consultations/2.yml", "件名: ", "件名: 書きかえた")
    edit(built_project / "data/answers/1.yml", "要旨: ", "要旨: 書きかえた")
    edit(built_project / "data/meetings/2021-05-20.yml", "場所: ", "場所: 書きかえた")
    assert len(preview.look()) == 3
    assert preview.version == 3
    shown = [(built_project / "site" / page / "index.html").read_bytes() for page in pages]
    assert all("書きかえた".encode() in html for html in shown)
    publish(built_project)
    assert shown == [(built_project / "site" / page / "index.html").read_bytes() for page in pages]


def test_a_problem_is_told_and_the_page_stays(built_project: Path) -> None:
    preview = Preview(built_project)
    page = built_project / "site" / "consultations" / "11" / "index.html"
    before = page.read_bytes()
    edit(built_project / "data/consultations/11.yml", "行為: ", "行為: ない")
    (said,) = preview.look()
    assert "11.yml:" in said
    assert page.read_bytes() == before
    assert preview.version == 0
    edit(built_project / "data/consultations/11.yml", "行為: ない", "行為: ")
    assert preview.look() == ["consultations/11.yml を読みました。"]
    assert page.read_bytes() == before


def test_a_removed_file_is_left_to_the_whole_build(built_project: Path) -> None:
    preview = Preview(built_project)
    (built_project / "data/meetings/2024-06-14.yml").unlink()
    assert preview.look() == ["meetings/2024-06-14.yml はなくなりました。"]
    assert preview.version == 0


def test_pages_are_sent_with_a_script_that_the_site_does_not_have(mihon_site: Path) -> None:
    with served(server(mihon_site, 0, reloading(lambda: 7))) as origin:
        page = urllib.request.urlopen(f"{origin}/about/").read().decode()
        assert page.count('<script src="/__preview/reload.js"></script>') == 1
        assert urllib.request.urlopen(f"{origin}/__preview/version").read() == b"7"
        assert b"location.reload" in urllib.request.urlopen(f"{origin}/__preview/reload.js").read()
    assert "__preview" not in (mihon_site / "about" / "index.html").read_text(encoding="utf-8")


def test_no_page_carries_the_address_of_another(mihon_site: Path) -> None:
    """What the frame repeats from page to page is drawn once; what is a page's own is not."""
    found = 0
    for path in mihon_site.rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', html)
        printed = re.findall(r'<p class="print-only">[^<]*?(https://[^<]+)</p>\s*<p>番号', html)
        assert printed in ([], canonical)
        found += len(printed)
    assert found > 50
