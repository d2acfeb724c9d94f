"""What kind of paper a document is, told from its head, with the words that tell so. Not what the paper says."""

import re
from typing import NamedTuple

from macros.documents.extractors.line import Line, squeezed

CONSULTATION, ANSWER, MINUTES, REPORT = "諮問書", "答申", "会議録", "報告"
TYPES, ASSESSMENT, AMENDMENT, SUBJECTS, NONE = "類型", "評価書", "条例改正", "件名一覧", "該当なし"

_HEAD = 20  # lines with words; a title stands within them
_LONGEST = 70  # characters of a line that is no sentence
_OTHERS = (
    ("契約書の別記（個人情報取扱特記事項など）", "特記事項$|契約書|協定書|仕様書$"),
    ("予算の表", "予算(?:書|説明書|の概要|\\(案\\)|に関する説明)"),
    ("報道発表資料（お知らせ）", "報道発表|プレスリリース|記者会見|^お知らせ$"),
    ("請求書や申請書の様式", "請求書$|申請書$|届出書$|申込書$"),
    ("募集の案内", "募集(?:要項|案内|について)$"),
    ("名簿", "名簿$"),
)
_CUES = (
    (SUBJECTS, "(?:諮問|審議|案件|件名).{0,6}(?:一覧|目録)"),
    (CONSULTATION, "諮問第?[0-9一二三四五六七八九十-]+号(?:の[0-9]+)?】?$|[(]諮問[)]$|諮問[書票]$|^諮問事項"),
    (MINUTES, "会議録|議事録|議事要旨|会議要旨|会議の(?:概要|要旨)"),
    (AMENDMENT, "を改正する条例|^議案第.+号$|条例の一部改正"),
    (TYPES, "類型|一括承認"),
    (ANSWER, "答申第|答申書|[(]答申[)]$|建議(?:書)?$|意見書$|[(]建議[)]$|付帯意見$"),
    (ASSESSMENT, "評価書"),
    (REPORT, "[(]報告[)]$|報告(?:書|一覧|一覧表)|報告について$|運用状況|報告第.+号$"),
)
_TO_COUNCIL = re.compile(r".*(?:審議会|審査会|会長).*[様殿]$")
_TO_HEAD = re.compile(r"[^、。]{0,20}(?:市長|区長|町長|村長|知事|連合長|議長|教育長|教育委員会|管理者).{0,12}[様殿]$")
_OF_OURS = re.compile("諮問|個人情報|について|業務|回線|委託|審議会|審査会|類型|答申")


class PaperKind(NamedTuple):
    """`name` is one of the names above, `reason` a clause of a sentence; `looks_like` says what a paper of NONE is."""

    name: str
    reason: str
    looks_like: str = ""


def paper_kind(lines: tuple[Line, ...]) -> PaperKind:
    """What the first words of the head that say so make it; a 諮問書 where its form alone does."""
    said = [squeezed(line.text).replace("－", "-") for line in lines if line.text and not line.ignored]
    for text in said[:_HEAD]:
        if len(text) > _LONGEST or text.endswith("。"):
            continue
        if kind := _told_by(text):
            return kind
    if not any(_OF_OURS.search(text) for text in said):
        return PaperKind(
            NONE, "諮問、個人情報、審議会などの言葉がどこにもありません", "個人情報の審議と関わりのない文書"
        )
    return PaperKind(CONSULTATION, "ほかの種類を示す言葉が初めの部分にありません")


def _told_by(text: str) -> PaperKind | None:
    for looks_like, words in _OTHERS:
        if re.search(words, text):
            return PaperKind(NONE, f"「{text}」とあります", looks_like)
    for name, words in _CUES:
        if re.search(words, text):
            return PaperKind(name, f"「{text}」とあります")
    if _TO_COUNCIL.match(text):
        return PaperKind(CONSULTATION, f"審議会にあてています（「{text}」）")
    if _TO_HEAD.match(text):
        return PaperKind(ANSWER, f"諮問した側にあてています（「{text}」）")
    return None
