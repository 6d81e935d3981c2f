/** Numbers above 0 up to 1 in an order that the seed alone decides: xoshiro128** (Blackman and Vigna, 2018). */
export function randomNumbers(seed: number): () => number {
  let [a, b, c, d] = seeded(seed);
  function next(): number {
    const scrambled = Math.imul(rotated(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return scrambled >>> 0;
  }
  // 53 bits: 21 of one word above 32 of another.
  return () => ((next() >>> 11) * 2 ** 32 + next() + 1) / 2 ** 53;
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** Four words that differ in every bit for seeds that are close: a counter, mixed (Steele and others, SplitMix, 2014). */
function seeded(seed: number): [number, number, number, number] {
  let counter = seed | 0;
  const word = () => {
    counter = (counter + 0x9e37_79b9) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x85eb_ca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
    return mixed ^ (mixed >>> 16);
  };
  return [word(), word(), word(), word()];
}
