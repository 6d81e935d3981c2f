/**
 * 1 minus a ratio as its shortest decimal text reads: 0.9999999 gives 1e-7 to the last bit. In binary the difference
 * would carry the rounding of the ratio itself, which below 1e-12 is all that is left of it.
 */
export function complementOf(ratio: number): number {
  const digits = /^0\.(\d+)$/.exec(String(ratio))?.[1];
  if (digits === undefined) return 1 - ratio;
  const rest = 10n ** BigInt(digits.length) - BigInt(digits);
  return Number(`${rest}e-${digits.length}`);
}
