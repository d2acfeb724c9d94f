"""Search measured in a real Chromium: `make bench-search` (SIZES="10 1000 10000").

For each size a site is generated and built. Exact cases, and passages drawn at random, are held against a plain scan of
the pages' text; forgiving cases against the words they mean, by kind; and of 280 queries by somebody who had read the papers alone, how
many begin with the right answer. Then what the search page sends, on a cold cache,
until it has answered. The table goes into the decision that figures.py names.
"""

import argparse
import json
import random
import re
import shutil
import time
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import Any

from playwright.sync_api import Browser, Page

from macros.loading.archive import Archive, load
from macros.search.folding import fold
from macros.search.text_extraction import extract
from macros.site.publishing import publish
from tests import chromium
from tests.archives import REAL, ROOT, new_project
from tests.bench import figures
from tests.bench.counting import counting
from tests.bench.figures import Column
from tests.bench.generating import add_consultations
from tests.search_truth import is_of_words, names_of_words

_CASES = json.loads((Path(__file__).parent / "search_cases.json").read_text(encoding="utf-8"))
_SHORTEST = 5  # characters of a block that passages are drawn from
_QUIET = 700  # milliseconds without a new file: nothing more comes
_SCANNED_ALL = 1000  # consultations; of more, every fourth case, for the plain scan takes minutes
_ASK = """async (queries) => {
  const { search } = await import("/assets/search.js");
  const answers = [];
  for (const query of queries) {
    const start = performance.now();
    const results = await search(query);
    answers.push([results.map(({ url, level }) => [url, level]), (performance.now() - start) / 1000]);
  }
  return answers;
}"""

Texts = dict[str, str]
"""Of each page by its address: the folded text, blocks apart."""


def measured(size: int, browser: Browser) -> Column:
    """A column of the table."""
    site = _site(size)
    texts = _texts(site, load(site.parent / "data"))
    exact, forgiving = (cases[:: 1 if size <= _SCANNED_ALL else 4] for cases in (_CASES["exact"], _CASES["forgiving"]))
    with counting(site) as (origin, sent):
        page = browser.new_page()
        page.goto(f"{origin}/about/")
        return {
            "measured on": date.today().isoformat(),
            "pages": len(texts),
            **_exact(page, [case["q"] for case in exact], texts),
            **_passages(page, 2 * len(exact), texts),
            **_forgiving(page, forgiving, texts),
            **_first(page, _CASES["first"]),
            **_sent(browser, origin, sent),
        }


def _site(size: int) -> Path:
    folder = ROOT / ".build" / "bench" / f"search-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    add_consultations(new_project(folder, REAL) / "data", size)
    return publish(folder)


def _texts(site: Path, archive: Archive) -> Texts:
    texts = names_of_words(archive)
    for path in sorted(site.rglob("index.html")):
        address = f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        blocks = extract(path.read_text(encoding="utf-8"), address, {}).blocks
        if blocks and not is_of_words(address):
            texts[address] = "\n".join(map(fold, blocks))
    return texts


def _truth(query: str, texts: Texts) -> set[str]:
    """The pages that contain every term, by a plain scan."""
    together = [fold(quoted) for quoted in re.findall(r"「([^」]*)」", query)]
    apart = unicodedata.normalize("NFKC", re.sub(r"「[^」]*」", " ", query)).lower().split()
    return {address for address, text in texts.items() if all(term in text for term in (*together, *apart))}


def _ask(page: Page, queries: Sequence[str]) -> list[tuple[list[tuple[str, int]], float]]:
    """Address and level of each result, and seconds, for every query."""
    answers: list[tuple[list[tuple[str, int]], float]] = page.evaluate(_ASK, list(queries))
    return answers


def _exact(page: Page, queries: list[str], texts: Texts) -> Column:
    recall, precision, first_five, silent, times = [], [], [], [], []
    _ask(page, ["区"])  # what the first query fetches is not a query's time
    for query, (results, seconds) in zip(queries, _ask(page, queries), strict=True):
        start = time.perf_counter()
        true = _truth(query, texts)
        times.append(seconds / (time.perf_counter() - start))
        found = [url for url, _ in results]
        if not true:
            silent.append(not found)
            continue
        recall.append(len(true & set(found)) / len(true))
        precision.append(len(true & set(found)) / max(1, len(found)))
        first_five.append(sum(url in true for url in found[:5]) / max(1, len(found[:5])))
    return {
        "exact: recall / precision / of the first five": " / ".join(
            f"{mean(of):.3f}" for of in (recall, precision, first_five)
        ),
        "nonsense without an answer": _share(silent),
        "time of a query / plain scan": median(times),
    }


def _passages(page: Page, count: int, texts: Texts) -> Column:
    """Pieces of blocks, which stand somewhere, and ends of blocks with starts of others, which rarely do."""
    dice = random.Random(1)  # noqa: S311 — nothing secret
    blocks = sorted({block for text in texts.values() for block in text.split("\n") if len(block) > _SHORTEST})
    starts = ((block, dice.randrange(len(block) - 2)) for block in dice.sample(blocks, count))
    drawn = [block[start : start + dice.randint(2, 9)] for block, start in starts]
    drawn += [dice.choice(blocks)[-2:] + dice.choice(blocks)[:3] for _ in range(count)]
    asked = [passage for passage in drawn if not re.search(r"[「」『』\"“”]", passage)]
    found = ({url for url, level in results if level == 0} for results, _ in _ask(page, asked))
    right = [urls == _truth(passage, texts) for passage, urls in zip(asked, found, strict=True)]
    return {"passages: exactly the pages that have them": _share(right)}


def _forgiving(page: Page, cases: list[dict[str, str]], texts: Texts) -> Column:
    """Right: every page with the meant words is there, and pages with them, or with what was typed, come first."""
    right: dict[str, list[bool]] = defaultdict(list)
    for case, (results, _) in zip(cases, _ask(page, [case["q"] for case in cases]), strict=True):
        meant, found = _truth(case["same_as"], texts), [url for url, _ in results]
        first = set(found[: min(5, len(meant))])
        right[case["kind"]].append(meant <= set(found) and first <= meant | _truth(case["q"], texts))
    every = [answer for answers in right.values() for answer in answers]
    by_kind = {f"– {kind}": _share(answers) for kind, answers in sorted(right.items())}
    return {"forgiving, right": f"{_share(every)} = {mean(every):.3f}", **by_kind}


def _first(page: Page, cases: list[dict[str, Any]]) -> Column:
    """Right: the first result is one of those that answer; what the archive does not speak of has no result."""
    right: dict[str, list[bool]] = defaultdict(list)
    for case, (results, _) in zip(cases, _ask(page, [case["q"] for case in cases]), strict=True):
        right[case["kind"]].append(results[0][0] in case["first"] if results else not case["first"])
    every = [answer for answers in right.values() for answer in answers]
    by_kind = {f"– first: {kind}": _share(answers) for kind, answers in sorted(right.items())}
    return {"begins with the right answer": f"{_share(every)} = {mean(every):.3f}", **by_kind}


def _share(right: Sequence[bool]) -> str:
    return f"{sum(right)}/{len(right)}"


def _sent(browser: Browser, origin: str, sent: list[int]) -> Column:
    """What the search page loads, opened with a query, until nothing more comes; then for another query."""
    first, requests, further, errors = [], [], [], []
    for query, other in pairwise(case["q"] for case in _CASES["forgiving"][::25]):
        page = browser.new_context(locale="ja-JP").new_page()
        page.on("console", lambda message: errors.append(message.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        sent.clear()
        page.goto(f"{origin}/search/?q={query}")
        first.append(_kilobytes(query, page, sent))
        requests.append(len(sent))
        sent.clear()
        page.get_by_label("さがす言葉").fill(other)
        further.append(_kilobytes(other, page, sent))
        page.context.close()
    return {
        "kB until the first answer": median(first),
        "requests until the first answer": round(median(requests)),
        "kB for a further query": median(further),
        "messages in the console": len(errors),
    }


def _kilobytes(query: str, page: Page, sent: list[int]) -> float:
    """Sent until the page has answered `query` and nothing more comes."""
    page.get_by_role("status").get_by_text(f"「{query.strip()}」").wait_for()
    before = -1
    while before != len(sent):
        before = len(sent)
        page.wait_for_timeout(_QUIET)
    return sum(sent) / 1000


def main() -> None:
    """Sizes that were not asked for keep their earlier figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10, 1000, 10_000])
    with chromium.started() as browser:
        for size in parser.parse_args().sizes:
            column = measured(size, browser)
            figures.keep("search", figures.columns("search") | {size: column}, rows=column)
    print(figures.table("search"))


if __name__ == "__main__":
    main()
