"""One folding in two languages: Python and JavaScript agree on every case and on random text."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from macros.loading.archive import Archive
from macros.search.folding import fold, loosen, pairs, whole
from macros.search.lookups import pair_hash
from macros.search.text_extraction import extract
from tests.windows import Visit

CASES: dict[str, list[Any]] = json.loads((Path(__file__).parent / "folding_cases.json").read_text(encoding="utf-8"))


def _cover(text: str) -> list[str]:
    """The pairs that a query for `text` asks for: every second, and the last."""
    every = list(pairs(text))
    return every[::2] if len(every) % 2 else [*every[::2], *every[-1:]]


@pytest.mark.parametrize(("text", "folded"), CASES["fold"])
def test_python_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "words"), CASES["cover"])
def test_python_cuts_pairs(text: str, words: list[str]) -> None:
    assert _cover(text) == words


@pytest.mark.parametrize(("text", "word"), CASES["whole"])
def test_python_spells_words(text: str, word: str) -> None:
    assert whole(text) == word


@pytest.mark.parametrize(("kana", "loosened"), CASES["loosen"])
def test_python_loosens(kana: str, loosened: str) -> None:
    assert loosen(kana) == loosened


@pytest.mark.parametrize("name", ["fold", "whole", "terms", "loosen"])
def test_javascript_agrees_with_the_table(name: str, visit: Visit) -> None:
    inputs = [case[0] for case in CASES[name]]
    assert _in_browser(visit, name, inputs) == [case[1] for case in CASES[name]]


def test_javascript_asks_for_the_pairs_of_the_table(visit: Visit) -> None:
    asked = _in_browser(visit, "cover", [text for text, _ in CASES["cover"]])
    assert [[word for word, _ in pairs] for pairs in map(_asked, asked)] == [words for _, words in CASES["cover"]]


def test_a_query_says_where_its_pairs_begin(visit: Visit) -> None:
    asked = _in_browser(visit, "cover", ["口座", "口座振", "口座振替", "口座振替所"])
    assert [[at for _, at in pairs] for pairs in map(_asked, asked)] == [[0], [0, 1], [0, 2], [0, 2, 3]]


def _asked(words: list[dict[str, Any]]) -> list[tuple[str, int]]:
    return [(each["word"], each["at"]) for each in words]


@pytest.mark.parametrize(("arguments", "value"), CASES["pairHash"])
def test_python_hashes_pairs(arguments: tuple[str, int], value: int) -> None:
    assert pair_hash(*arguments) == value


def test_javascript_hashes_pairs(visit: Visit) -> None:
    script = """async (cases) => {
      const { pairHash } = await import("/assets/search/index/pairs.js");
      return cases.map(([pair, seed]) => pairHash(pair, seed));
    }"""
    inputs = [case[0] for case in CASES["pairHash"]]
    assert visit.go("/about/").evaluate(script, inputs) == [case[1] for case in CASES["pairHash"]]


def test_both_agree_on_random_text_of_the_archive(visit: Visit, archive: Archive) -> None:
    characters = sorted(set(repr(archive)))
    chance = random.Random(948)  # noqa: S311 — repeatable, not secret
    texts = ["".join(chance.choices(characters, k=chance.randint(0, 40))) for _ in range(500)]
    assert _in_browser(visit, "fold", texts) == [fold(text) for text in texts]
    folded = [fold(text) for text in texts if fold(text)]
    assert _in_browser(visit, "loosen", folded) == [loosen(text) for text in folded]
    longer = [text for text in folded if len(text) > 1]
    asked = _in_browser(visit, "cover", longer)
    assert [[word for word, _ in pairs] for pairs in map(_asked, asked)] == [_cover(text) for text in longer]
    assert _in_browser(visit, "whole", folded) == [whole(text) for text in folded]


def _in_browser(visit: Visit, name: str, inputs: list[str]) -> Any:
    page = visit.go("/about/")
    script = """async ([name, inputs]) => {
      const folding = await import("/assets/search/index/folding.js");
      return inputs.map((input) => folding[name](input));
    }"""
    return page.evaluate(script, [name, inputs])


def test_the_text_of_a_page_is_what_a_reader_sees() -> None:
    html = """<title>x</title><main><h1>題 <b>名</b></h1>
      <section id="1-5" data-search-label="第1の5"><p>あ<wbr>い</p><p hidden>隠</p>
      <div data-search-ignore>案内</div><script>s</script>う</section></main>"""
    page = extract(html, "a/", {})
    assert page.title == "題 名"
    assert [(section.anchor, section.label, section.blocks) for section in page.sections] == [
        ("", "", ("題 名",)),
        ("1-5", "第1の5", ("あい", "う")),
    ]
