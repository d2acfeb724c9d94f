"""A file of minutes → what is found in it, and the file again with its links. Writes nothing; see `commands/link.py`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
from macros.documents.linking.links import find
from macros.documents.linking.markdown import WITHIN_HTML, linked, markdown_lines, paragraphs
from macros.documents.linking.minutes import DraftLine, Found, Link, Unresolved, headings
from macros.documents.linking.targets import References

_FIRST_WORDS = 24  # characters

OWN_FORM = {".md": "markdown", ".txt": "text", ".docx": "docx"}
"""The form of each kind of file, in which its links are written unless another is asked for."""


@dataclass(frozen=True)
class Finding:
    """`words` of the minutes, what they are, and where they stand as a reader of the file can find it."""

    where: str
    words: str
    what: Found


@dataclass(frozen=True)
class Linked:
    """The file with its links, and what was found in it, in the order of the text."""

    content: bytes
    findings: tuple[Finding, ...]

    @property
    def links(self) -> int:
        """How many links were made."""
        return sum(isinstance(finding.what, Link) for finding in self.findings)


def read_lines(path: Path) -> list[DraftLine]:
    """The lines or paragraphs of minutes, with those that are links as if they were none. Raises Unreadable."""
    content = _content(path)
    if path.suffix.lower() == ".docx":
        lines = read_word(content, lambda document: list(word_lines(document)))
    else:
        lines = [read.line for read in markdown_lines(decoded_text(content).splitlines())]
    return [replace(line, linked=()) for line in lines]


def link_file(path: Path, form: str, references: References) -> Linked:
    """`form` is docx, or one of FORMS. Raises Unreadable with a sentence."""
    kind = path.suffix.lower()
    if kind in OWN_FORM and form == "docx" and kind != ".docx":
        raise Unreadable(
            "Word 文書（docx）にできるのは、Word 文書だけです。html、markdown、text のどれかを選んでください。"
        )
    content = _content(path)
    if kind == ".docx":
        return read_word(content, lambda document: _in_word(document, form, references))
    return _in_text(decoded_text(content), kind, form, references)


def _content(path: Path) -> bytes:
    if path.suffix.lower() not in OWN_FORM:
        raise Unreadable(f"「{path.suffix}」のファイルは読めません。.md、.txt、.docx のどれかで保存し直してください。")
    return file_content(path)


def _in_text(text: str, kind: str, form: str, references: References) -> Linked:
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    read = list(markdown_lines(lines))
    findings = list(find((line.line for line in read), references))
    is_markdown = kind == ".md"
    inner = "markdown" if is_markdown and form == "html" else form
    written = [
        linked(line, of_line, references.site, WITHIN_HTML if is_markdown and about.is_html else inner)
        for line, of_line, about in zip(lines, findings, read, strict=True)
    ]
    made = end.join(written) if form != "html" else _as_html(written) if is_markdown else paragraphs(written)
    numbers = [str(number) for number in range(1, len(lines) + 1)]
    return Linked(made.encode(), _placed(numbers, lines, findings))


def _as_html(lines: Sequence[str]) -> str:
    made: str = markdown("\n".join(lines), extensions=["extra"])
    return f"{made}\n"


def _placed(places: Sequence[str], texts: Sequence[str], findings: Sequence[Sequence[Found]]) -> tuple[Finding, ...]:
    return tuple(
        Finding(place, text[what.start : what.end], what)
        for place, text, of_line in zip(places, texts, findings, strict=True)
        for what in of_line
    )


def _in_word(document: WordDocument, form: str, references: References) -> Linked:
    lines = list(word_lines(document))
    findings = list(find(lines, references))
    if form == "docx":
        return _put_in(document, lines, findings, references.site)
    written = [
        _block(line, linked(line.text, of_line, references.site, form), form)
        for line, of_line in zip(lines, findings, strict=True)
        if line.text.strip()
    ]
    made = ("\n" if form == "html" else "\n\n").join(written) + "\n"
    return Linked(made.encode(), _in_places(lines, findings))


def _put_in(
    document: WordDocument, lines: Sequence[DraftLine], findings: Sequence[tuple[Found, ...]], site: str
) -> Linked:
    by_paragraph = zip(paragraphs_of(document), findings, strict=True)
    put = [tuple(_put(paragraph, of_paragraph, site)) for paragraph, of_paragraph in by_paragraph]
    content = BytesIO()
    document.save(content)
    return Linked(content.getvalue(), _in_places(lines, put))


def _in_places(lines: Sequence[DraftLine], findings: Sequence[Sequence[Found]]) -> tuple[Finding, ...]:
    """Nobody sees the number of a paragraph in Word: its heading and its first words say where it is."""
    places = [
        f"{f'見出し「{_beginning(heading)}」の' if heading else ''}「{_beginning(line.text)}」"
        for heading, line in zip(headings(lines), lines, strict=True)
    ]
    return _placed(places, [line.text for line in lines], findings)


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _FIRST_WORDS else f"{words[:_FIRST_WORDS]}…"


def _put(paragraph: WordParagraph, findings: Sequence[Found], site: str) -> Iterator[Found]:
    """The links of one paragraph, the last first, so that the places of the others stay."""
    unlinkable = bound(paragraph.element)
    done: list[Found] = []
    for what in reversed(findings):
        is_bound = any(what.start < stop and begin < what.end for begin, stop in unlinkable)
        if isinstance(what, Link) and (is_bound or not _is_put(paragraph, what, site)):
            done.append(Unresolved(what.start, what.end, REASONS["bound"]))
        else:
            done.append(what)
    yield from reversed(done)


def _is_put(paragraph: WordParagraph, link: Link, site: str) -> bool:
    return put_link(paragraph.part, paragraph.element, link.start, link.end, site + link.address)


def _block(line: DraftLine, written: str, form: str) -> str:
    if form == "html":
        tag = f"h{min(line.level + 1, 6)}" if line.level else "p"
        return f"<{tag}>{written.replace(chr(10), '<br>')}</{tag}>"
    return f"{'#' * min(line.level + 1, 6)} {written}" if line.level and form == "markdown" else written
