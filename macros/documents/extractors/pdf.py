"""A PDF with text → lines, page by page. Pictures of pages are not read: that needs a person."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import count

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from macros.documents.extractors.line import Line, Unreadable, clean, squeezed
from macros.documents.extractors.text import full_on_paper, why_ignored

MOST_PAGES = 300
_EDGE = 2  # lines at the top and the bottom of a page that may be a running head
_FEWEST = 3  # pages on which a running head stands
_NUMBER_ALONE = re.compile(r"[0-9０-９]{1,3}")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends in silence is nothing to a person


def pdf_lines(content: bytes) -> Iterator[Line]:
    """Raises Unreadable when the file is encrypted, broken, or has no text."""
    try:
        pages = _pages(content)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise Unreadable("PDF として読めません。ファイルが壊れていないか確かめてください。") from error
    if not any(page.strip() for page in pages):
        raise Unreadable(
            "この PDF には文字がなく、画像だけです（スキャンした紙など）。"
            "文字の入ったファイルを探すか、文字認識（OCR）をかけてください。"
        )
    written = [page.split("\n") for page in pages]
    full = iter(full_on_paper([line for page in written for line in page]))
    heads, seen, numbers = _running_heads(written), set(), count(1)
    for page in written:
        for position, each in enumerate(page):
            text, is_outermost = clean(each), position in (0, len(page) - 1)
            ignored = "ページ番号" if is_outermost and _NUMBER_ALONE.fullmatch(text) else why_ignored(text)
            if (head := _head(each)) in heads and (position < _EDGE or position >= len(page) - _EDGE):
                ignored = "ページの見出し" if head in seen else ""
                seen.add(head)
            yield Line(next(numbers), text, is_full=next(full) and not ignored, ignored=ignored)


def _running_heads(pages: list[list[str]]) -> set[str]:
    """What stands at the top or the bottom of most pages; the number of a 諮問 may stand there by right."""
    edges = Counter(head for page in pages for head in {_head(line) for line in page[:_EDGE] + page[-_EDGE:]})
    often = max(_FEWEST, len(pages) / 2)
    return {head for head, times in edges.items() if head and times >= often and not head.startswith("諮問第")}


def _head(written: str) -> str:
    """What a running head says apart from the number of the page at its end."""
    return re.sub(r"[-‐–]?(?:\d+/)?\d{1,3}(?:ページ|頁)?[-‐–]?$", "", squeezed(clean(written)))


def _pages(content: bytes) -> list[str]:
    locked = "この PDF はパスワードで守られています。守りを外して保存し直したものを使ってください。"
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):  # many are locked against changes only: no password opens
            raise Unreadable(locked)
    except DependencyError as error:  # a cipher that needs a library of its own
        raise Unreadable(locked) from error
    if len(reader.pages) > MOST_PAGES:
        raise Unreadable(f"{MOST_PAGES} ページより長い PDF は読みません。諮問の部分だけにしてください。")
    return [page.extract_text() for page in reader.pages]
