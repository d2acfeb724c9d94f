// Which pairs of characters stand anywhere in the archive: a Bloom filter, made by macros/search/lookups.py.
// A "no" is certain and spares the index; a "yes" is right 99 times in 100.

const HASHES = 5;
const SEEDS = [0x811c9dc5, 0x01000193];
const PRIME = 0x01000193;

/** FNV-1a over the UTF-16 units of the pair, 32 bits. */
export function pairHash(pair, seed) {
  let value = seed;
  for (let i = 0; i < pair.length; i++) value = Math.imul(value ^ pair.charCodeAt(i), PRIME) >>> 0;
  return value;
}

/** Whether every pair of neighbouring characters of the folded text may stand on some page. */
export function mayStand(text, bits) {
  const characters = [...text];
  return characters.slice(1).every((second, i) => holds(characters[i] + second, bits));
}

function holds(pair, bits) {
  const [first, step] = SEEDS.map((seed) => pairHash(pair, seed));
  for (let turn = 0; turn < HASHES; turn++) {
    const place = (first + turn * step) % (bits.length * 8);
    if (!(bits[place >> 3] & (1 << (place & 7)))) return false;
  }
  return true;
}
