"""Plain text and Markdown → lines. Marks of Markdown are taken off; a heading is remembered as such."""

import re
from collections.abc import Iterator

from macros.documents.extractors.line import Line, Unreadable
from macros.documents.extractors.zz_line__cleaning import clean
from macros.documents.extractors.zz_text__margins import full_in_text

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
