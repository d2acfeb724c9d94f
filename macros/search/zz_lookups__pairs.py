"""Which pairs of characters stand anywhere in the archive, as a Bloom filter of ten bits a pair.

It spares the browser the index for texts that cannot be found: a "no" is certain, a "yes" is right 99 times in 100.
`overrides/assets/search/pairs.js` reads it; `tests/folding_cases.json` holds the two hashes together.
"""

from collections.abc import Iterable

BITS_PER_PAIR = 10
HASHES = 5
_SEEDS = (0x811C9DC5, 0x01000193)
_PRIME = 0x01000193


def pair_hash(pair: str, seed: int) -> int:
    """FNV-1a over the UTF-16 units of `pair`, 32 bits."""
    value = seed
    for unit in memoryview(pair.encode("utf-16-le")).cast("H"):
        value = ((value ^ unit) * _PRIME) & 0xFFFFFFFF
    return value


def pair_filter(pairs: Iterable[str]) -> bytes:
    """The filter that knows all of `pairs`."""
    known = set(pairs)
    size = max(8, len(known) * BITS_PER_PAIR // 8)
    bits = bytearray(size)
    for pair in known:
        first, step = (pair_hash(pair, seed) for seed in _SEEDS)
        for turn in range(HASHES):
            place = (first + turn * step) % (size * 8)
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)
