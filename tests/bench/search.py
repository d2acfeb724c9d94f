"""Search measured in a real Chromium: `make bench-search` (SIZES="10 1000 10000").

For each size an archive is generated and built once, under .build/bench. Exact cases: recall, precision, precision@5
against a plain scan of the pages' text; so are random passages, within a block and across two. Forgiving cases: right answers by kind. Then bytes and requests until the first
answer on a cold cache, and for a further query; and the time of a query relative to the plain scan.
"""

import argparse
import json
import random
import re
import shutil
import statistics
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from macros.search.folding import fold
from macros.search.text_extraction import extract
from macros.site.publishing import publish
from tests import chromium
from tests.bench.counting import counting
from tests.bench.generating import generate
from tests.bench.weighing import alone, whole_pages

ROOT = Path(__file__).parents[2]
WORKSHOP = ROOT / ".build" / "bench"
CASES = json.loads((ROOT / "tests/bench/search_cases.json").read_text(encoding="utf-8"))
SHORTEST = 5  # characters of a block that passages are drawn from
ASK = """async (queries) => {
  const { search } = await import("/assets/search.js");
  const answers = [];
  for (const query of queries) {
    const start = performance.now();
    const results = await search(query);
    answers.push([results.map(({ url, level }) => [url, level]), performance.now() - start]);
  }
  return answers;
}"""


def site_of(size: int) -> Path:
    """The site with `size` consultations, generated and built anew: the vocabulary may have changed."""
    project = WORKSHOP / str(size)
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir(parents=True)
    generate(ROOT / "data", project / "data", size)
    for name in ("docs", "overrides", "macros", "mkdocs.yml"):
        (project / name).symlink_to(ROOT / name)
    start = time.monotonic()
    site = publish(project)
    print(f"{size}件のサイトを作りました（{time.monotonic() - start:.0f}秒）", file=sys.stderr, flush=True)
    return site


def texts_of(site: Path) -> dict[str, str]:
    """Address → folded text, blocks apart."""
    pages = {}
    for path in sorted(site.rglob("index.html")):
        address = "/" + path.parent.relative_to(site).as_posix().removeprefix(".") + "/"
        page = extract(path.read_text(encoding="utf-8"), address, {})
        text = "\n".join(fold(block) for block in page.blocks)
        if text:
            pages[address.replace("//", "/")] = text
    return pages


def truth(query: str, texts: dict[str, str]) -> set[str]:
    """The pages that contain every term, by a plain scan."""
    together = [fold(quoted) for quoted in re.findall(r"「([^」]*)」", query)]
    apart = unicodedata.normalize("NFKC", re.sub(r"「[^」]*」", " ", query)).lower().split()
    terms = [*together, *apart]
    return {address for address, text in texts.items() if all(term in text for term in terms)}


def measure(site: Path, browser: Browser, cases: dict[str, Any]) -> dict[str, Any]:
    """Everything measured on one site."""
    texts = texts_of(site)
    with counting(site) as (origin, sent):
        page = _fresh(browser, origin)
        result = {"pages": len(texts), **_exact(page, cases["exact"], texts)}
        result |= _passages(page, 2 * len(cases["exact"]), texts)
        result |= _forgiving(page, cases["forgiving"], texts)
        queries = [case["q"] for case in CASES["forgiving"][::25]]
        return result | alone(browser, origin, sent, queries) | whole_pages(browser, origin, sent, queries)


def _fresh(browser: Browser, origin: str) -> Page:
    page = browser.new_context(locale="ja-JP").new_page()
    page.goto(f"{origin}/about/")
    return page


def _ask(page: Page, queries: Sequence[str]) -> list[Any]:
    answers: list[Any] = page.evaluate(ASK, list(queries))
    return answers


def _exact(page: Page, cases: list[dict[str, str]], texts: dict[str, str]) -> dict[str, Any]:
    recall, precision, first_five, literal, ratios, clean = [], [], [], [], [], []
    _ask(page, ["区"])
    for case, (answer, milliseconds) in zip(cases, _ask(page, [case["q"] for case in cases]), strict=True):
        found = [url for url, _ in answer]
        start = time.perf_counter()
        true = truth(case["q"], texts)
        ratios.append(milliseconds / 1000 / (time.perf_counter() - start))
        if not true:
            clean.append(not found)
            continue
        recall.append(len(true & set(found)) / len(true))
        precision.append(len(true & set(found)) / len(found) if found else 0)
        first_five.append(sum(url in true for url in found[:5]) / max(1, len(found[:5])))
        literal.append({url for url, level in answer if level == 0} == true)
    return {
        "recall": statistics.mean(recall),
        "precision": statistics.mean(precision),
        "precision@5": statistics.mean(first_five),
        "level 0 is the truth": f"{sum(literal)}/{len(literal)}",
        "nonsense without answer": f"{sum(clean)}/{len(clean)}",
        "time / plain scan": round(statistics.median(ratios), 2),
    }


def _passages(page: Page, count: int, texts: dict[str, str]) -> dict[str, Any]:
    """Pieces of blocks, which stand somewhere, and ends of blocks with starts of others, which rarely do."""
    dice = random.Random(1)  # noqa: S311 — nothing secret
    blocks = sorted({block for text in texts.values() for block in text.split("\n") if len(block) > SHORTEST})
    drawn = [
        block[(at := dice.randrange(len(block) - 2)) : at + dice.randint(2, 9)] for block in dice.sample(blocks, count)
    ]
    drawn += [dice.choice(blocks)[-2:] + dice.choice(blocks)[:3] for _ in range(count)]
    asked = [passage for passage in drawn if not re.search(r"[「」『』\"“”]", passage)]
    found = [{url for url, level in answer if level == 0} for answer, _ in _ask(page, asked)]
    right = sum(each == truth(passage, texts) for passage, each in zip(asked, found, strict=True))
    return {"passages, level 0 is the truth": f"{right}/{len(asked)}"}


def _forgiving(page: Page, cases: list[dict[str, str]], texts: dict[str, str]) -> dict[str, Any]:
    right: dict[str, list[bool]] = defaultdict(list)
    for case, (answer, _) in zip(cases, _ask(page, [case["q"] for case in cases]), strict=True):
        meant, found = truth(case["same_as"], texts), [url for url, _ in answer]
        allowed = meant | truth(case["q"], texts)
        right[case["kind"]].append(meant <= set(found) and set(found[: min(5, len(meant))]) <= allowed)
    everything = [each for kind in right.values() for each in kind]
    by_kind = {kind: f"{sum(each)}/{len(each)}" for kind, each in right.items()}
    return {"right": f"{sum(everything)}/{len(everything)} = {statistics.mean(everything):.3f}", "by kind": by_kind}


def main() -> None:
    """Measure the sizes asked for and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10, 1000, 10000])
    sizes = parser.parse_args().sizes
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        for size in sizes:
            step = 4 if size > 1000 else 1
            cases = {kind: each[::step] for kind, each in CASES.items()}
            print(
                json.dumps({"records": size, **measure(site_of(size), browser, cases)}, ensure_ascii=False, indent=1),
                flush=True,
            )
        browser.close()


if __name__ == "__main__":
    main()
