"""A PDF with text → lines, page by page. Pictures of pages are not read: that needs a person."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from macros.importing.cleaning import clean, width
from macros.importing.line import Line, Unreadable
from macros.importing.text import why_ignored

MOST_PAGES = 300
_SLACK = 6  # columns; no line begins with 「、」 or 「）」, and Latin letters are narrower than a column
_NARROWEST = 24  # columns; shorter lines say nothing about a margin
_NUMBER_ALONE = re.compile(r"[0-9０-９]{1,3}")


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
    margin = _margin([line for page in pages for line in page.split("\n")])
    number = 0
    for page in pages:
        written = page.split("\n")
        for position, each in enumerate(written):
            number += 1
            is_full = width(each) >= margin - _SLACK
            yield _line(number, each, is_full=is_full, at_edge=position in (0, len(written) - 1))


def _margin(written: list[str]) -> int:
    """The width of a full line, in columns: the most frequent among the wide ones."""
    widths = [width(line) for line in written]
    wide = Counter(each for each in widths if each >= max(max(widths) / 2, _NARROWEST))
    return max(wide, key=lambda each: (wide[each], each), default=_NARROWEST)


def _line(number: int, written: str, *, is_full: bool, at_edge: bool) -> Line:
    text = clean(written)
    ignored = "ページ番号" if at_edge and _NUMBER_ALONE.fullmatch(text) else why_ignored(text)
    return Line(number, text, is_full=is_full and not ignored, ignored=ignored)


def _pages(content: bytes) -> list[str]:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        raise Unreadable("この PDF はパスワードで守られています。守りを外して保存し直したものを使ってください。")
    if len(reader.pages) > MOST_PAGES:
        raise Unreadable(f"{MOST_PAGES} ページより長い PDF は読みません。諮問の部分だけにしてください。")
    return [page.extract_text() for page in reader.pages]
