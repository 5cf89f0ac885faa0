/**
 * The seeded lottery that decides between equal solutions: a number per name, drawn from seed and name alone, so that
 * neither the order of rows nor the presence of others changes what anyone draws.
 *
 * FNV-1a over the UTF-16 units, then the finaliser of MurmurHash3 (Appleby, public domain), which spreads every bit.
 */
function hash(text: string, start: number): number {
  let h = start ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A whole number from 0 to 2^53 - 1 for this name under this seed: 53 bits, so that equal draws are as good as ruled out. */
export function draw(seed: number, name: string): number {
  const high = hash(name, Math.imul(seed, 0x9e3779b1)) & 0x1fffff;
  return high * 2 ** 32 + hash(name, Math.imul(seed ^ 0x5bd1e995, 0x85ebca77));
}
