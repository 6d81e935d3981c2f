/**
 * A set of small numbers, one bit each, 32 to a word. Sets that are joined are made for the same number of bits. Plain
 * arrays: there are very many, and very short.
 */
export type Bits = number[];

export function emptyBits(size: number): Bits {
  return new Array<number>((size + 31) >>> 5).fill(0);
}

export function setBit(bits: Bits, index: number): void {
  bits[index >>> 5]! |= 1 << (index & 31);
}

export function hasBit(bits: Bits, index: number): boolean {
  return (bits[index >>> 5]! & (1 << (index & 31))) !== 0;
}

export function addBits(to: Bits, more: Bits): void {
  for (let word = 0; word < to.length; word += 1) to[word]! |= more[word]!;
}

export function isEmpty(bits: Bits): boolean {
  for (let word = 0; word < bits.length; word += 1) if (bits[word] !== 0) return false;
  return true;
}

/** The lowest number from `from` on that is in all three; -1 where there is none. */
export function firstCommon(one: Bits, other: Bits, third: Bits, from = 0): number {
  let word = from >>> 5;
  if (word >= one.length) return -1;
  let common = one[word]! & other[word]! & third[word]! & (-1 << (from & 31));
  while (common === 0) {
    word += 1;
    if (word >= one.length) return -1;
    common = one[word]! & other[word]! & third[word]!;
  }
  return word * 32 + 31 - Math.clz32(common & -common);
}

export function keyOfBits(bits: Bits): string {
  if (bits.length > 2) return bits.join();
  return bits.length === 2 ? `${bits[0]},${bits[1]}` : String(bits[0]);
}
