"""A file of minutes → what is found in it, and the file again with its links. Writes nothing; see `commands/link.py`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docx.document import Document as WordDocument
from markdown import markdown

from macros.documents.extractors.docx import read_word
from macros.documents.extractors.line import Unreadable
from macros.documents.extractors.opening import file_content
from macros.documents.extractors.text import decoded_text
from macros.documents.linking.docx import WordParagraph, bound, paragraphs_of, put_link, word_lines
from macros.documents.linking.grammar import REASONS
from macros.documents.linking.markdown import WITHIN_HTML, linked, markdown_lines, paragraphs
from macros.documents.linking.minutes import DraftLine, Found, Link, Unresolved
from macros.documents.linking.resolution import find
from macros.documents.linking.targets import References

OWN_FORM = {".md": "markdown", ".txt": "text", ".docx": "docx"}
"""The form of each kind of file, in which its links are written unless another is asked for."""


@dataclass(frozen=True)
class Linked:
    """The file with its links, and what was found: (line or paragraph, from 1; its text; what was found there)."""

    content: bytes
    found: tuple[tuple[int, str, Found], ...]

    @property
    def links(self) -> int:
        """How many links were made."""
        return sum(isinstance(each, Link) for _, _, each in self.found)


def link_file(path: Path, form: str, references: References) -> Linked:
    """`form` is docx, or one of FORMS. Raises Unreadable with a sentence."""
    kind = path.suffix.lower()
    if kind not in OWN_FORM:
        raise Unreadable(f"「{path.suffix}」のファイルは読めません。.md、.txt、.docx のどれかで保存し直してください。")
    if form == "docx" and kind != ".docx":
        raise Unreadable(
            "Word 文書（docx）にできるのは、Word 文書だけです。html、markdown、text のどれかを選んでください。"
        )
    content = file_content(path)
    if kind == ".docx":
        return read_word(content, lambda document: _in_word(document, form, references))
    return _in_text(decoded_text(content), kind, form, references)


def _in_text(text: str, kind: str, form: str, references: References) -> Linked:
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    read = list(markdown_lines(lines))
    found = list(find((each.line for each in read), references))
    is_markdown = kind == ".md"
    inner = "markdown" if is_markdown and form == "html" else form
    written = [
        linked(line, each, references.site, WITHIN_HTML if is_markdown and about.is_html else inner)
        for line, each, about in zip(lines, found, read, strict=True)
    ]
    made = end.join(written) if form != "html" else _as_html(written) if is_markdown else paragraphs(written)
    return Linked(made.encode(), _numbered(lines, found))


def _as_html(lines: Sequence[str]) -> str:
    made: str = markdown("\n".join(lines), extensions=["extra"])
    return f"{made}\n"


def _numbered(lines: Sequence[str], found: Sequence[Sequence[Found]]) -> tuple[tuple[int, str, Found], ...]:
    return tuple(
        (number, line[one.start : one.end], one)
        for number, (line, each) in enumerate(zip(lines, found, strict=True), start=1)
        for one in each
    )


def _in_word(document: WordDocument, form: str, references: References) -> Linked:
    lines = list(word_lines(document))
    found = list(find(lines, references))
    if form == "docx":
        return _put_in(document, lines, found, references.site)
    written = [
        _block(line, linked(line.text, each, references.site, form), form)
        for line, each in zip(lines, found, strict=True)
        if line.text.strip()
    ]
    made = ("\n" if form == "html" else "\n\n").join(written) + "\n"
    return Linked(made.encode(), _numbered([line.text for line in lines], found))


def _put_in(
    document: WordDocument, lines: Sequence[DraftLine], found: Sequence[tuple[Found, ...]], site: str
) -> Linked:
    each = zip(paragraphs_of(document), found, strict=True)
    put = [tuple(_put(paragraph, of_paragraph, site)) for paragraph, of_paragraph in each]
    content = BytesIO()
    document.save(content)
    return Linked(content.getvalue(), _numbered([line.text for line in lines], put))


def _put(paragraph: WordParagraph, found: Sequence[Found], site: str) -> Iterator[Found]:
    """The links of one paragraph, the last first, so that the places of the others stay."""
    unlinkable = bound(paragraph.element)
    done: list[Found] = []
    for each in reversed(found):
        is_bound = any(each.start < stop and begin < each.end for begin, stop in unlinkable)
        if isinstance(each, Link) and (is_bound or not _is_put(paragraph, each, site)):
            done.append(Unresolved(each.start, each.end, REASONS["bound"]))
        else:
            done.append(each)
    yield from reversed(done)


def _is_put(paragraph: WordParagraph, link: Link, site: str) -> bool:
    return put_link(paragraph.part, paragraph.element, link.start, link.end, site + link.address)


def _block(line: DraftLine, written: str, form: str) -> str:
    if form == "html":
        tag = f"h{min(line.level + 1, 6)}" if line.level else "p"
        return f"<{tag}>{written.replace(chr(10), '<br>')}</{tag}>"
    return f"{'#' * min(line.level + 1, 6)} {written}" if line.level and form == "markdown" else written
