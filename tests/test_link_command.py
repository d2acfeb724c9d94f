"""`shimon link`: minutes with thirty references and more, as Markdown, text and Word; and what may not happen to a file."""

import re
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from macros.__main__ import main
from tests.archives import NINE
from tests.repositories import commit
from tests.word_documents import saved

MINUTES = Path(__file__).parent / "documents" / "minutes.md"
SITE = "https://shimon.example/"

# Read off the minutes by a person: line, text, and the end of its address.
LINKS = [
    (7, "諮問第944号", "944/"),
    (7, "諮問第952号", "952/"),
    (10, "諮問第944号", "944/"),
    (10, "諮問第945号", "945/"),
    (12, "諮問第944号", "944/"),
    (12, "諮問第945号", "945/"),
    (14, "諮問第944号", "944/"),
    (14, "諮問第945号", "945/"),
    (14, "同諮問の第1の5(1)", "945/#1-5-1"),
    (14, "第1の5(2)", "945/#1-5-2"),
    (18, "諮問第九四四号", "944/"),
    (18, "同諮問", "944/"),
    (20, "諮問第946号", "946/"),
    (22, "本件", "946/"),
    (22, "諮問第946号の1", "946/#1"),
    (22, "5(1)", "946/#5-1"),
    (24, "諮問第946号の6の(3)", "946/#6-3"),
    (24, "第945号の第1の6(3)", "945/#1-6-3"),
    (26, "本件", "946/"),
    (30, "諮問第947号", "947/"),
    (32, "諮問第947号", "947/"),
    (32, "諮問第947号5(1)", "947/#5-1"),
    (32, "10(1)", "947/#10-1"),
    (32, "(4)", "947/#10-4"),
    (34, "本件の13", "947/#13"),
    (36, "諮問第948号", "948/"),
    (38, "諮問第９４８号", "948/"),
    (40, "本件", "948/"),
    (40, "本件第1の5(1)", "948/#1-5-1"),
    (40, "同諮問の第２の５（１）", "948/#2-5-1"),
    (40, "第1の5の(2)", "948/#1-5-2"),
    (40, "第1の12", "948/#1-12"),
    (42, "同諮問第一の十㈠", "948/#1-10-1"),
    (42, "(2)", "948/#1-10-2"),
    (42, "第1の4(1)", "948/#1-4-1"),
    (42, "(9)", "948/#1-4-9"),
    (46, "諮問第948号の第2の8(1)", "948/#2-8-1"),
    (46, "(2)", "948/#2-8-2"),
    (48, "諮問第949号", "949/"),
    (48, "諮問第952号", "952/"),
    (50, "949号", "949/"),
    (50, "952号", "952/"),
    (52, "諮問第949号第3の5(1)", "949/#3-5-1"),
    (52, "諮問第950号第2の7(2)", "950/#2-7-2"),
    (52, "諮問第951号の7(1)", "951/#7-1"),
    (52, "諮問第952号の5(2)", "952/#5-2"),
    (56, "諮問九百五十二号", "952/"),
    (56, "公立学校共済組合に係るファイル転送システムの利用", "952/"),
]
LEFT = [
    (16, "本件"),
    (18, "第1の5(1)"),
    (22, "諮問第884号"),
    (28, "「介護保険業務」における外部の電子計算機との回線結合について"),
    (32, "諮問第210号"),
    (32, "221号"),
    (32, "229号"),
    (44, "第1の99"),
    (54, "本件"),
    (56, "諮問第948号"),
    (58, "答申第12号"),
    (62, "本件"),
]
EXPECTED = [(text, f"{SITE}consultations/{address}") for _, text, address in LINKS]
ALREADY = ("諮問第950号", "https://example.com/950")


@pytest.fixture(scope="module", autouse=True)
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The nine, in the working folder of every test here."""
    return Path(shutil.copytree(NINE, tmp_path_factory.mktemp("nine") / "data")).parent


@pytest.fixture(autouse=True)
def _in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)


def _link(*arguments: str | Path, project: Path | None = None) -> int:
    return main(["link", *(("--project", str(project)) if project else ()), *map(str, arguments)])


def _left(said: str, path: Path) -> list[tuple[int, str]]:
    found = re.findall(rf"^{re.escape(path.as_posix())}:(\d+): 「(.+?)」 .+。$", said, re.MULTILINE)
    return [(int(line), text) for line, text in found]


def _in_order(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """All links but the one that the author had put in."""
    assert found.count(ALREADY) == 1
    return [each for each in found if each != ALREADY]


def test_minutes_in_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert _link(MINUTES) == 0
    said = capsys.readouterr()
    assert _in_order(re.findall(r"\[([^\]]+)\]\(([^)]+)\)", said.out)) == EXPECTED
    assert re.sub(rf"\[([^\]]+)\]\({SITE}[^)]*\)", r"\1", said.out) == MINUTES.read_text(encoding="utf-8")
    assert _left(said.err, MINUTES) == LEFT
    assert said.err.endswith(f"リンク {len(LINKS)} 件、リンクにしなかったもの {len(LEFT)} 件。\n")


def test_minutes_in_markdown_become_html(tmp_path: Path) -> None:
    assert _link(MINUTES, "--format", "html", "-o", tmp_path / "minutes.html") == 0
    page = BeautifulSoup((tmp_path / "minutes.html").read_text(encoding="utf-8"), "lxml")
    assert _in_order([(each.get_text(), str(each["href"])) for each in page.select("a")]) == EXPECTED
    assert len(page.select("h2")) == 6


def test_minutes_in_plain_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    minutes = tmp_path / "minutes.txt"
    plain = (
        MINUTES.read_text(encoding="utf-8").replace("## ", "").replace("[諮問第950号](https://example.com/950)", "次回")
    )
    minutes.write_bytes(plain.replace("\n", "\r\n").encode())
    assert _link(minutes) == 0
    said = capsys.readouterr()
    linked = re.findall(rf"(\S+?) <({SITE}[^>]+)>", re.sub(rf"(<{SITE}[^>]+>)", r"\1 ", said.out))
    assert [address for _, address in linked] == [address for _, address in EXPECTED]
    assert all(before.endswith(text) for (before, _), (text, _) in zip(linked, EXPECTED, strict=True))
    assert _left(said.err, minutes) == LEFT
    assert _link(minutes, "--format", "html") == 0
    html = capsys.readouterr().out
    assert [(a.get_text(), a["href"]) for a in BeautifulSoup(html, "lxml").select("a")] == EXPECTED


def _word_minutes() -> Any:
    """The minutes as somebody might have typed them: headings, a table, bold in mid-number, a note, a link, a change."""
    document = Document()
    for line in MINUTES.read_text(encoding="utf-8").split("\n"):
        if line.startswith("#"):
            document.add_heading(line.lstrip("# "), line.index(" "))
            continue
        paragraph = document.add_paragraph()
        for piece in re.split(r"(\[.+?\]\(.+?\)|本件|諮問|第1)", line):
            linked = re.fullmatch(r"\[(.+?)\]\((.+?)\)", piece)
            if linked:
                _add_link(document, paragraph, *linked.groups())
            elif piece:
                paragraph.add_run(piece).bold = piece == "第1"
    return document


def _add_link(document: Any, paragraph: Any, text: str, address: str) -> None:
    link = OxmlElement("w:hyperlink")
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link.set(qn("r:id"), document.part.relate_to(address, relation, is_external=True))
    link.append(paragraph.add_run(text)._r)
    paragraph._p.append(link)


def _links(document: Any) -> list[tuple[str, str]]:
    return [
        ("".join(each.text or "" for each in link.iter(qn("w:t"))), document.part.rels[link.get(qn("r:id"))].target_ref)
        for link in document.element.body.iter(qn("w:hyperlink"))
    ]


def test_minutes_in_word_keep_text_and_formatting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    minutes, made = tmp_path / "minutes.docx", tmp_path / "minutes.linked.docx"
    original = _word_minutes()
    original.save(minutes)
    assert _link(minutes) == 0
    assert f"{made} に書き出しました。" in (said := capsys.readouterr().err)
    assert re.findall(r"」: 「(.+?)」 .+。$", said, re.MULTILINE) == [text for _, text in LEFT]
    assert (
        f"{minutes.as_posix()}:見出し「4 諮問第948号について」の「所管課 はい。第1の99という条項はありません。」"
        in said
    )
    linked = Document(str(made))
    assert _in_order(_links(linked)) == EXPECTED
    assert [_formatted(each) for each in linked.paragraphs] == [_formatted(each) for each in original.paragraphs]


def _formatted(paragraph: Any) -> list[tuple[str, bool]]:
    """Each letter with whether it is bold; a hyperlink's too."""
    runs = paragraph._p.iter(qn("w:r"))
    return [
        (
            letter,
            run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None
            and run.find(f"{qn('w:rPr')}/{qn('w:b')}").get(qn("w:val")) != "0",
        )
        for run in runs
        for text in run.iter(qn("w:t"))
        for letter in text.text or ""
    ]


def test_notes_tables_and_changes_of_a_word_document_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = Document()
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "諮問第948号"
    noted = document.add_paragraph("諮問第949号の")
    note = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>'
    noted._p.append(parse_xml(note))
    noted.add_run("第2の4").italic = True
    changed = document.add_paragraph("諮問第")
    inserted = f'<w:ins {nsdecls("w")} w:id="7" w:author="x"><w:r><w:t>950</w:t></w:r></w:ins>'
    changed._p.append(parse_xml(inserted))
    changed.add_run("号")
    fields = document.add_paragraph()
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>PAGE</w:instrText>",
        "<w:t>諮問第951号</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        fields._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))
    minutes = tmp_path / "minutes.docx"
    minutes.write_bytes(saved(document))
    assert _link(minutes, "-o", tmp_path / "made.docx") == 0
    linked = Document(str(tmp_path / "made.docx"))
    assert [text for text, _ in _links(linked)] == ["諮問第948号", "諮問第949号の第2の4"]
    assert len(list(linked.element.body.iter(qn("w:footnoteReference")))) == 1
    assert next(linked.element.body.iter(qn("w:ins"))).getparent().tag == qn("w:p")
    said = capsys.readouterr().err
    assert "「諮問第950号」 文書の変更履歴やフィールドの中なので" in said
    assert "「諮問第951号」 文書の変更履歴やフィールドの中なので" in said
    with ZipFile(BytesIO((tmp_path / "made.docx").read_bytes())) as packed:
        assert packed.testzip() is None


def test_a_word_document_is_linked_once(tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.docx"
    _word_minutes().save(minutes)
    _link(minutes, "-o", tmp_path / "once.docx")
    _link(tmp_path / "once.docx", "-o", tmp_path / "twice.docx")
    assert _links(Document(str(tmp_path / "twice.docx"))) == _links(Document(str(tmp_path / "once.docx")))


def test_a_word_document_becomes_html_or_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    minutes = tmp_path / "minutes.docx"
    minutes.write_bytes(saved(_small("諮問第948号<b>")))
    assert _link(minutes, "--format", "html") == 0
    address = f"{SITE}consultations/948/"
    assert capsys.readouterr().out == f'<p><a href="{address}">諮問第948号</a>&lt;b&gt;</p>\n'
    assert _link(minutes, "--format", "markdown") == 0
    assert capsys.readouterr().out == f"[諮問第948号]({address})<b>\n"


def _small(text: str) -> Any:
    document = Document()
    document.add_paragraph(text)
    return document


def test_fixed_links_lead_to_versions_where_there_are_any(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(NINE, tmp_path / "data")
    (tmp_path / "data/consultations/949.yml").rename(tmp_path / "949.yml")
    version = commit(tmp_path, "登録", on="2024-01-10")
    (tmp_path / "949.yml").rename(tmp_path / "data/consultations/949.yml")
    minutes = tmp_path / "minutes.md"
    minutes.write_text("諮問第948号第1の5(1)と諮問第949号", encoding="utf-8")
    assert _link(minutes, "--fixed", project=tmp_path) == 0
    said = capsys.readouterr()
    assert f"({SITE}consultations/948/versions/{version}/#1-5-1)" in said.out
    assert f"({SITE}consultations/949/)" in said.out
    assert "諮問第949号：確定した版がないので、ふつうのアドレスにします。" in said.err


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.md", None, "ファイルを開けません"),
        ("minutes.pdf", b"%PDF", "「.pdf」のファイルは読めません。"),
        ("minutes.docx", b"PK\x03\x04broken", "Word 文書として読めません。"),
        ("minutes.docx", b"\xd0\xcf\x11\xe0", "古い Word 形式（.doc）か"),
        ("minutes.txt", "諮問".encode("cp932"), "文字コードが Shift_JIS のようです。"),
        ("minutes.txt", b"\x00\x01", "文字のファイルではありません。"),
    ],
)
def test_a_file_that_cannot_be_read_earns_a_sentence(
    name: str, content: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert _link(tmp_path / name, "-o", tmp_path / "missing" / "made.md") == 1
    told = capsys.readouterr().err
    assert f"{name}:1: {said}" in told
    assert "フォルダがありません。" in told
    assert "問題が2件あります。" in told


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    minutes, made = tmp_path / "minutes.md", tmp_path / "made.md"
    minutes.write_text("諮問第948号", encoding="utf-8")
    made.write_text("たいせつなもの", encoding="utf-8")
    assert _link(minutes, "-o", minutes) == 1
    assert _link(minutes, "-o", minutes, "--force") == 1
    assert _link(minutes, "-o", made) == 1
    assert made.read_text(encoding="utf-8") == "たいせつなもの"
    assert minutes.read_text(encoding="utf-8") == "諮問第948号"
    assert _link(minutes, "-o", made, "--force") == 0
    assert _link(minutes, "--format", "docx") == 1
    assert "Word 文書（docx）にできるのは、Word 文書だけです。" in capsys.readouterr().err
