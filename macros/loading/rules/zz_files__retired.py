"""Addresses that were given up lead on: each once, and never back to where the reader came from."""

from collections.abc import Iterator, Sequence

from macros.loading.zz_problems__finding import Finding
from macros.records.retired import Retired


def retired_addresses_lead_on(retired: Sequence[Retired | None]) -> Iterator[Finding]:
    """No address is listed twice, and following 移動先 comes to an end."""
    moves = {entry.address: entry.moved_to for entry in reversed(retired) if entry}
    seen: set[str] = set()
    for position, entry in enumerate(retired):
        if entry is None:
            continue
        if entry.address in seen:
            yield Finding((position, "アドレス"), f"「{entry.address}」が2回あります。1つにまとめてください。")
        seen.add(entry.address)
        if _comes_back(entry.address, moves):
            yield Finding(
                (position, "移動先"),
                f"「{entry.address}」の移動先をたどると元に戻ります。いまのアドレスを書いてください。",
            )


def _comes_back(start: str, moves: dict[str, str | None]) -> bool:
    seen = {start}
    following = moves.get(start)
    while following is not None:
        if following in seen:
            return True
        seen.add(following)
        following = moves.get(following)
    return False
