"""Word documents for tests: written with python-docx, numbered the way Word does it by itself."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_LIST = 90  # no list of the empty document has this number

_LEVELS = (("decimal", "第%1"), ("decimal", "%2"), ("decimal", "(%3)"))


def saved(document: WordDocument) -> bytes:
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def plain_document(text: str) -> bytes:
    """A paragraph for each line that is not empty, a table for lines with tabs."""
    document = Document()
    for line in filter(None, text.split("\n")):
        cells = line.split("\t")
        if len(cells) == 1:
            document.add_paragraph(line)
        else:
            row = document.add_table(rows=1, cols=len(cells)).rows[0]
            for cell, content in zip(row.cells, cells, strict=True):
                cell.text = content
    return saved(document)


def numbered_document(before: str, numbered: list[tuple[int, str]]) -> WordDocument:
    """Plain lines, then paragraphs (level from 0, text) whose numbers 第1, 1, (1) Word counts."""
    document = Document()
    for line in filter(None, before.split("\n")):
        document.add_paragraph(line)
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{counting}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (counting, text) in enumerate(_LEVELS)
    )
    lists = document.part.numbering_part.element
    lists.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_LIST}">{levels}</w:abstractNum>'))
    lists.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{_LIST}"><w:abstractNumId w:val="{_LIST}"/></w:num>'))
    for level, text in numbered:
        paragraph = document.add_paragraph(text)
        if level >= 0:
            listed = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{_LIST}"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(listed))
    return document
