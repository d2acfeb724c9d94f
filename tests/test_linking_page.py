"""The page for authors of minutes: nothing leaves the browser, the same is found as by the command, and by keyboard."""

import gzip
from pathlib import Path

from playwright.sync_api import expect

from macros.derived.cross_references import CrossReferences
from macros.documents.linking import targets
from macros.documents.linking.links import find
from macros.documents.linking.markdown import linked, markdown_lines, paragraphs
from macros.documents.linking.minutes import Link
from tests.axe import violations
from tests.keyboard import Keyboard
from tests.windows import Visit, Window

MINUTES = (Path(__file__).parent / "documents" / "minutes.md").read_text(encoding="utf-8")


def test_a_draft_is_linked_by_keyboard_and_no_request_is_made_after_it_is_there(
    reader: Visit, references: CrossReferences
) -> None:
    page, keyboard = reader.go("/link/"), Keyboard(reader.page)
    page.wait_for_load_state("networkidle")
    assert not page.evaluate("performance.getEntriesByType('resource').some((file) => file.name.endsWith('.json'))")
    keyboard.to("会議録の文章")
    status = page.locator("[data-linking-status]")
    expect(status).to_have_text("照合する表（諮問9件）を読み込みました。これから先は通信しません。")

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hostile = '\n<img src="/assets/mark.svg?leak" onerror="fetch(\'/leak\')"><script>fetch("/leak")</script>諮問第948号'
    page.evaluate("(text) => navigator.clipboard.writeText(text)", MINUTES + hostile)
    page.keyboard.press("Control+V")

    lines = (MINUTES + hostile).split("\n")
    known = targets.references(references)
    found = list(find((each.line for each in markdown_lines(lines)), known))
    links = [one for each in found for one in each if isinstance(one, Link)]
    left = [one for each in found for one in each if not isinstance(one, Link)]
    expect(status).to_have_text(f"リンク{len(links)}件、リンクにしなかったもの{len(left)}件。")
    made = page.locator("[data-linking-made]")
    html = [linked(line, each, known.site, "html") for line, each in zip(lines, found, strict=True)]
    expect(made).to_have_value(paragraphs(html))
    assert "&lt;script&gt;" in made.input_value()

    keyboard.to("HTML")
    page.keyboard.press("ArrowRight")
    markdown = "\n".join(linked(line, each, known.site, "markdown") for line, each in zip(lines, found, strict=True))
    expect(made).to_have_value(markdown)
    keyboard.to("コピー")
    page.keyboard.press("Enter")
    expect(page.locator("[data-linking-copied]")).to_have_text("コピーしました。")
    assert reader.clipboard() == markdown

    told = page.locator("[data-linking-left] li").all_inner_texts()
    assert [each.split("\n")[-1] for each in told] == [each.reason for each in left]
    page.locator("summary", has_text="付けたリンクの一覧").click()
    addresses = page.locator("[data-linking-links] a").evaluate_all("all => all.map((each) => each.href)")
    assert addresses == [f"{reader.origin}/{each.address}" for each in links]
    page.evaluate("fetch('/?our-own')")  # what is asked is told in its order: nothing is still to come before this
    assert (asked, reader.foreign, reader.errors) == ([f"{reader.origin}/?our-own"], [], [])

    assert violations(page, "/link/") == {}
    assert reader.is_wide_enough()


def test_the_page_says_how_much_it_fetches(visit: Visit, site: Path) -> None:
    weight = len(gzip.compress((site / "link/references.json").read_bytes(), mtime=0))
    page = visit.go("/link/")
    expect(page.locator(".linking__promise")).to_contain_text(f"約{-(-weight // 1000)} kB")


def test_where_the_table_does_not_arrive_the_page_says_so_and_tries_again(visit: Visit) -> None:
    page = visit.page
    page.route("**/link/references.json", lambda route: route.abort(), times=1)
    visit.go("/link/").locator("#linking-draft").focus()
    expect(page.locator("[data-linking-status]")).to_contain_text("照合する表を読み込めませんでした。")
    page.locator("#linking-draft").fill("諮問第948号")
    expect(page.locator("[data-linking-status]")).to_contain_text("リンク1件")


def test_without_scripts_the_page_explains_the_command(window: Window, address: str) -> None:
    page = window(address, java_script_enabled=False).go("/link/")
    expect(page.locator("noscript p", has_text="ここで使うには JavaScript が必要です。")).to_be_visible()
    expect(page.get_by_text("shimon link 会議録.docx")).to_be_visible()
    expect(page.locator("#linking-draft")).to_be_hidden()
