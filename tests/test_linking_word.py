"""What only a Word document has: notes apart from the text, and rows whose cells are paragraphs."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from macros.derived.cross_references import CrossReferences
from macros.documents.linking.linker import Linked, link_file
from macros.documents.linking.minutes import Link
from macros.documents.linking.targets import References, references
from macros.loading.archive import load
from tests.archives import NINE
from tests.word_documents import saved


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> References:
    folder = shutil.copytree(NINE, tmp_path_factory.mktemp("nine") / "data")
    return references(CrossReferences(load(folder)))


def _linked(document: Any, folder: Path, known: References) -> Linked:
    path = folder / "minutes.docx"
    path.write_bytes(saved(document))
    return link_file(path, "docx", known)


def _told(linked: Linked) -> list[tuple[str, str]]:
    return [
        (finding.words, finding.what.address.removeprefix("consultations/") if isinstance(finding.what, Link) else "?")
        for finding in linked.findings
    ]


def test_a_note_gets_links_of_its_own_and_is_about_no_item(tmp_path: Path, known: References) -> None:
    document = Document()
    document.add_heading("諮問第949号", 1)
    written = "諮問第948号について、同諮問の第1の5(1)です。"
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for number, text in ((1, written), (2, "本件です。"))
    )
    root = parse_xml(f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>")
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    linked = _linked(document, tmp_path, known)
    assert _told(linked) == [
        ("諮問第949号", "949/"),
        ("諮問第948号", "948/"),
        ("同諮問の第1の5(1)", "948/#1-5-1"),
        ("本件", "?"),
    ]
    (tmp_path / "made.docx").write_bytes(linked.content)
    again = Document(str(tmp_path / "made.docx")).part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    assert [again.rels[link.get(qn("r:id"))].target_ref for link in again.element.iter(qn("w:hyperlink"))] == [
        f"{known.site}consultations/948/",
        f"{known.site}consultations/948/#1-5-1",
    ]


def test_a_row_is_one_line_and_no_heading(tmp_path: Path, known: References) -> None:
    document = Document()
    document.add_paragraph("3　諮問第948号について")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("諮問番号", "引用"), ("諮問第949号", "同諮問の第1の4")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("本件です。")
    assert _told(_linked(document, tmp_path, known)) == [
        ("諮問第948号", "948/"),
        ("諮問第949号", "949/"),
        ("同諮問の第1の4", "949/#1-4"),
        ("本件", "?"),
    ]


def test_a_box_of_one_cell_may_be_a_heading(tmp_path: Path, known: References) -> None:
    document = Document()
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "諮問第948号"
    document.add_paragraph("本件の第1の4です。")
    assert _told(_linked(document, tmp_path, known)) == [("諮問第948号", "948/"), ("本件の第1の4", "948/#1-4")]


def test_a_finding_is_named_by_its_heading_and_first_words(tmp_path: Path, known: References) -> None:
    document = Document()
    document.add_paragraph("諮問第701号の確認です。")
    document.add_heading("審議事項", 1)
    document.add_paragraph("川崎市の例では、第1の5(1)に口座番号がないと聞きました。理由を教えてください。")
    places = [finding.where for finding in _linked(document, tmp_path, known).findings]
    assert places == [
        "「諮問第701号の確認です。」",
        "見出し「審議事項」の「川崎市の例では、第1の5(1)に口座番号がないと…」",
    ]
