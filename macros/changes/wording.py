"""How a text was reworded, as short as a reader needs it: the words that differ, with a little around them."""

_AROUND = 8  # characters kept on either side of what differs
_SHORT = 30  # up to this length two texts stand side by side whole
_LONGEST = 60  # of what differs


def reworded(old: str, new: str) -> str:
    """「約400件」→「約500件」; of long texts only what differs: 「…収集する口座番号を…」→「…収集する口座情報を…」."""
    if max(len(old), len(new)) <= _SHORT:
        return f"「{old}」→「{new}」"
    start = _common_start(old, new)
    end = _common_start(old[start:][::-1], new[start:][::-1])
    return f"「{_excerpt(old, start, end)}」→「{_excerpt(new, start, end)}」"


def shortened(text: str) -> str:
    """`text`, cut after its first sixty characters."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _common_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), len(text) - end + _AROUND)
    cut = text[first:last]
    if len(cut) > _LONGEST + 2 * _AROUND:
        cut = f"{cut[: _LONGEST // 2]}…{cut[-_LONGEST // 2 :]}"
    return f"{'…' if first else ''}{cut}{'…' if last < len(text) else ''}"
