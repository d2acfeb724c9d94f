"""Counts must add up: a breakdown to its total, a formula to its count; and say what their wording says."""

import re
import unicodedata
from collections.abc import Iterator

from macros.loading.problems import Finding
from macros.records.consultation import Consultation
from macros.records.record import ValuePath
from macros.records.volume import Volume, evaluate

_DIGITS = re.compile(r"\d[\d,]*")


def sums_agree(consultation: Consultation) -> Iterator[Finding]:
    """Every 内訳 gives its 内訳の合計, both agree with 数, every 式 gives 数, and 記載 has the digits of 数."""
    for numbered in consultation.numbered_clauses:
        volume = numbered.clause.volume
        if volume:
            at = (*numbered.at, "件数")
            yield from _wording(volume, at)
            yield from _breakdown(volume, at)
            yield from _formula(volume, at)


def _wording(volume: Volume, at: ValuePath) -> Iterator[Finding]:
    """A 記載 without digits, as 「数件」 or 「七十件」, is left to people."""
    if not volume.text or not volume.quantity:
        return
    printed, counted = (set(_DIGITS.findall(_plain(text))) for text in (volume.text, volume.quantity.text))
    if printed and not counted <= printed:
        yield Finding(
            (*at, "数"),
            f"数「{volume.quantity.text}」が、記載「{volume.text}」にありません。数か記載のどちらかを直してください。",
        )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _breakdown(volume: Volume, at: ValuePath) -> Iterator[Finding]:
    if not volume.breakdown:
        return
    total = sum(quantity.number for quantity in volume.breakdown.values())
    if volume.breakdown_total is None:
        yield Finding((*at, "内訳"), f"内訳には検算のための「内訳の合計」が必要です。合計は {total:,} です。")
    elif volume.breakdown_total.number != total:
        yield Finding(
            (*at, "内訳"),
            f"内訳を足すと {total:,} ですが、「内訳の合計」は「{volume.breakdown_total.text}」です。"
            "内訳の数か合計のどちらかを直してください。",
        )
    if volume.quantity and not volume.quantity.agrees_with(total):
        yield Finding(
            (*at, "数"),
            f"内訳を足すと {total:,} で、「{volume.quantity.text}」と合いません。数を確かめてください。"
            "資料でも合わないときは、「数」をやめて「記載」に書き、「注」で知らせます。",
        )


def _formula(volume: Volume, at: ValuePath) -> Iterator[Finding]:
    if volume.arithmetic is None:
        return
    try:
        value = evaluate(volume.arithmetic)
    except ValueError:
        yield Finding(
            (*at, "式"),
            f"式「{volume.arithmetic}」を計算できません。13,150×(12+1) のように数と + - × ( ) だけで書いてください。",
        )
        return
    if volume.quantity and not volume.quantity.agrees_with(value):
        yield Finding(
            (*at, "式"),
            f"式「{volume.arithmetic}」を計算すると {value:,} ですが、件数は「{volume.quantity.text}」です。"
            "式か件数のどちらかを直してください。",
        )
