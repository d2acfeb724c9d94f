"""Plain text and Markdown → lines. Marks of Markdown are taken off; a heading is remembered as such.

Where a line is as full as the margin allows, the next one goes on with it: by its width in columns, not by its words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from macros.documents.extractors.line import Line, Unreadable, clean
from macros.records.text_width import width

_SLACK = 6  # no line begins with 「、」 or 「）」, and Latin letters are narrower than a column
_NARROWEST = 24  # shorter lines say nothing about a margin
_FEWEST = 5  # full lines that show that a text was broken at a margin and not at its paragraphs


def full_on_paper(written: Sequence[str]) -> list[bool]:
    """Of each line of a printed document, whether it reaches the margin: the most frequent of the wide widths."""
    widths = [width(line.rstrip()) for line in written]
    wide = Counter(each for each in widths if each >= max(max(widths, default=0) / 2, _NARROWEST))
    margin = max(wide, key=lambda each: (wide[each], each), default=_NARROWEST)
    return [each >= margin - _SLACK for each in widths]


def full_in_text(written: Sequence[str]) -> list[bool]:
    """The same of a text file, where nothing is full unless many lines end at one margin and none goes beyond it.

    A full line above an empty one ends its paragraph all the same.
    """
    widths = [width(line.rstrip()) for line in written]
    margin = max(widths, default=0)
    wide = [each >= max(margin - _SLACK, _NARROWEST) for each in widths]
    if sum(wide) < _FEWEST:
        return [False] * len(widths)
    return [is_wide and bool(below.strip()) for is_wide, below in zip(wide, [*written[1:], ""], strict=True)]


_HEADING = re.compile(r"#{1,6}\s+")
_PAGE_NUMBER = re.compile(
    r"[-‐–―ー]\s*[0-9０-９]{1,3}\s*[-‐–―ー]|[0-9０-９]{1,3}\s*[/／]\s*[0-9０-９]{1,3}(?:ページ)?|[0-9０-９]{1,3}(?:ページ|頁)|[pPｐＰ][.．]?\s*[0-9０-９]{1,3}"
)
_END = re.compile(r"以\s*上")
_LIST_MARK = re.compile(r"[-*+]\s+(?=[・(（0-9０-９第①-⑳])")


def text_lines(content: bytes) -> Iterator[Line]:
    """Raises Unreadable when `content` is not text in UTF-8."""
    pages = decoded_text(content).replace("\r\n", "\n").split("\n")
    for number, (written, is_full) in enumerate(zip(pages, full_in_text(pages), strict=True), start=1):
        text = clean(written)
        marked, ignored = _HEADING.match(text), why_ignored(text, written)
        if not ignored:
            text = _LIST_MARK.sub("", text[marked.end() :] if marked else text, count=1).replace("**", "")
        yield Line(number, text, is_title=bool(marked), is_full=is_full and not ignored, ignored=ignored)


def why_ignored(text: str, written: str = "") -> str:
    """Why a line says nothing; empty when it may say something."""
    if _PAGE_NUMBER.fullmatch(text):
        return "ページ番号"
    if _END.fullmatch(text):
        return "「以上」の字"
    return "改ページ" if "\f" in written and not text else ""


def decoded_text(content: bytes) -> str:
    """The text of a file. Raises Unreadable when it is not text in UTF-8."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("文字コードが UTF-16 のようです。メモ帳などで開き、UTF-8 で保存し直してください。")
    if b"\x00" in content:
        raise Unreadable("文字のファイルではありません。Word や PDF なら、拡張子を .docx か .pdf にしてください。")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        content.decode("cp932")
    except UnicodeDecodeError:
        raise Unreadable("文字コードを読み取れません。文字のファイルか確かめ、UTF-8 で保存し直してください。") from None
    raise Unreadable("文字コードが Shift_JIS のようです。メモ帳などで開き、UTF-8 で保存し直してください。")
