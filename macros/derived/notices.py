"""What staff may want to look at, though nothing is wrong: one sentence about one file. It stops nothing.

Early papers, missing precedents, empty clauses, overdue answers, unused or nearly double words, minutes that have
moved. Not problems, which are `loading/rules/`'s; asks no network, which is `links.py`'s.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from macros.derived.cross_references import CrossReferences
from macros.loading.archive import Archive
from macros.records.clause import Clause
from macros.records.council import Site
from macros.records.document import Document
from macros.records.kinds import WITH_PAGES, WordKind
from macros.records.vocabulary import Entry


@dataclass(frozen=True)
class Notice:
    """`file` is below `data/`."""

    file: str
    sentence: str

    def __str__(self) -> str:
        return f"お知らせ：data/{self.file}: {self.sentence}"


def early_papers(archive: Archive) -> Iterator[Notice]:
    """One for each consultation whose 資料日 comes before its 諮問日."""
    for consultation in archive.consultations:
        document_date = consultation.document_date
        if document_date and document_date < consultation.consulted_on:
            yield Notice(
                f"consultations/{consultation.id}.yml",
                f"資料日（{document_date.iso}）が諮問日（{consultation.consulted_on.iso}）より前です。"
                "写しまちがいでなければ、そのままでかまいません。",
            )


def missing_precedents(references: CrossReferences) -> Iterator[Notice]:
    """A precedent with a number from within the archive's own: likely a slip."""
    consultations = references.archive.consultations
    oldest = min((record.number for record in consultations if record.number), default=0)
    for consultation in consultations:
        for numbered in consultation.numbered_clauses:
            for precedent in numbered.clause.precedents:
                if 0 < oldest < precedent.number and references.numbered(precedent.number) is None:
                    sentence = f"{numbered.number} の前例、諮問第{precedent.number}号が収録されていません。番号を確かめてください。"
                    yield Notice(f"consultations/{consultation.id}.yml", sentence)


def unpublished(site: Site) -> Iterator[Notice]:
    """One where `data/council.yml` has no 公開日."""
    if site.published_on is None:
        yield Notice(
            "council.yml",
            "「サイト」に「公開日」がありません。公開したら、その日を書いてください。"
            "書くまでは、記録を直しても、フィードで知らせません。",
        )


def unsigned(archive: Archive) -> Iterator[Notice]:
    """One for what `data/council.yml` does not say of who runs the site, one for consultations without a source."""
    council = archive.council
    unset = [
        name
        for name, value in (
            ("運営者", council.operator),
            ("連絡先", council.contact),
            ("問い合わせ先", council.inquiries),
            ("誤りの知らせ先", council.report),
        )
        if value is None
    ]
    if unset:
        yield Notice("council.yml", f"「{'」「'.join(unset)}」がありません。書くと、すべてのページの下に出ます。")
    without = [consultation.name for consultation in archive.consultations if not consultation.sources]
    if without:
        yield Notice("consultations/", f"「出典」のない諮問が {len(without)} 件あります（{without[-1]} など）。")


def empty_clauses(archive: Archive) -> Iterator[Notice]:
    """One for each."""
    for consultation in archive.consultations:
        for numbered in consultation.numbered_clauses:
            if _is_empty(numbered.clause):
                yield Notice(
                    f"consultations/{consultation.id}.yml",
                    f"{numbered.number} には、番号と見出ししか書かれていません。資料に文があれば、「要旨」を書いてください。",
                )


def _is_empty(clause: Clause) -> bool:
    return not clause.model_fields_set - {"label", "heading"}


def overdue(references: CrossReferences, today: date) -> Iterator[Notice]:
    """One for each; none where `data/council.yml` sets no 答申の目安月数."""
    months = references.archive.council.months_to_answer
    for consultation in references.archive.consultations if months else ():
        waited = _months_between(consultation.consulted_on.first_day, today)
        if waited >= (months or 0) and references.status(consultation).is_open:
            label = references.status(consultation).label
            yield Notice(
                f"consultations/{consultation.id}.yml",
                f"{consultation.name}は、諮問日（{consultation.consulted_on.iso}）から{waited}か月たちますが「{label}」です。"
                f"答申があれば data/answers/ に加えてください。",
            )


def _months_between(earlier: date, later: date) -> int:
    """Whole months."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)


_LIGHT = re.compile(r"[\s・･\-‐―ー〜~、,.()（）「」]|及び|又は|並びに|等$")


def doubtful_words(references: CrossReferences) -> Iterator[Notice]:
    """In the order of the files."""
    for kind in WITH_PAGES:
        entries = references.words(kind.name).entries
        yield from _unused(kind, entries, references)
        yield from _nearly_double(kind, entries)


def _unused(kind: WordKind, entries: tuple[Entry, ...], references: CrossReferences) -> Iterator[Notice]:
    for entry in entries:
        if not references.mentions(kind.name, entry):
            yield Notice(f"vocabulary/{kind.name}.yml", f"「{entry.name}」は、どの記録にも使われていません。")


def _nearly_double(kind: WordKind, entries: tuple[Entry, ...]) -> Iterator[Notice]:
    for what, alike in (("書き方", _written), ("読み", _read)):
        groups: dict[str, list[str]] = defaultdict(list)
        for entry in entries:
            groups[alike(entry)].append(entry.name)
        for names in groups.values():
            if len(names) > 1:
                sentence = f"「{'」と「'.join(names)}」は{what}が同じか、ほとんど同じです。同じものなら、1つにまとめて別名にしてください。"
                yield Notice(f"vocabulary/{kind.name}.yml", sentence)


def _written(entry: Entry) -> str:
    return _LIGHT.sub("", unicodedata.normalize("NFKC", entry.name).lower()) or entry.name


def _read(entry: Entry) -> str:
    return _LIGHT.sub("", unicodedata.normalize("NFKC", entry.reading)) or entry.name


_COUNTED = re.compile(r"[0-9０-９〇一二三四五六七八九十元]+")


@dataclass(frozen=True)
class _Linked:
    file: str
    document: Document
    checked: date

    @property
    def series(self) -> tuple[str, str]:
        """令和3年度第1回会議録 and 令和4年度第2回会議録 of one publisher are one series."""
        return self.document.publisher or "", _COUNTED.sub("0", self.document.name)

    @property
    def form(self) -> str:
        """The address without what differs from one document to the next: numbers and the file's own name."""
        address = urlsplit(self.document.address or "")
        folder, _, name = address.path.rpartition("/")
        ending = name.rpartition(".")[2] if "." in name else ""
        return f"{address.scheme}://{address.netloc}{_COUNTED.sub('0', folder)}/…{'.' if ending else ''}{ending}"


def moved_documents(archive: Archive) -> Iterator[Notice]:
    """Each link of a form that its series had given up before the first link of another form was checked."""
    by_series: dict[tuple[str, str], list[_Linked]] = defaultdict(list)
    for linked in _linked(archive):
        by_series[linked.series].append(linked)
    for series in by_series.values():
        yield from _given_up(series)


def _given_up(series: list[_Linked]) -> Iterator[Notice]:
    newest = max(series, key=lambda linked: linked.checked)
    since = min(linked.checked for linked in series if linked.form == newest.form)
    for linked in series:
        still_used = any(newer.form == linked.form and newer.checked >= since for newer in series)
        if not still_used:
            yield Notice(
                linked.file,
                f"「{linked.document.name}」のアドレス {linked.document.address} は、古い形かもしれません。"
                f"同じ種類の資料は、{since.isoformat()} から {newest.form} の形です。"
                "開けるか確かめ、アドレスと「確認日」を直してください。",
            )


def _linked(archive: Archive) -> Iterator[_Linked]:
    for meeting in archive.meetings:
        yield from _each(f"meetings/{meeting.id}.yml", meeting.documents)
    for answer in archive.answers:
        yield from _each(f"answers/{answer.id}.yml", answer.sources)


def _each(file: str, documents: Iterable[Document]) -> Iterator[_Linked]:
    for document in documents:
        if document.address and document.checked_on:
            yield _Linked(file, document, document.checked_on.first_day)


__all__ = ["Notice", "notices"]


def notices(references: CrossReferences, today: date) -> Iterator[Notice]:
    """All of them: of the site, of the vocabulary, of consultations, of links."""
    yield from unpublished(references.archive.council.site)
    yield from unsigned(references.archive)
    yield from doubtful_words(references)
    yield from missing_precedents(references)
    yield from early_papers(references.archive)
    yield from empty_clauses(references.archive)
    yield from overdue(references, today)
    yield from moved_documents(references.archive)
