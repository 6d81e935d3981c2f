/** Of the normal distribution, 95 % lies within so many standard deviations. */
const deviations = 1.959_963_984_540_054;

/**
 * The 95 % interval of a share seen in samples (Wilson, Probable inference, 1927). Where nothing was hit the upper bound
 * is 3/n (Hanley and Lippman-Hand, If nothing goes wrong, is everything all right?, 1983).
 */
export function wilsonInterval(hits: number, samples: number): { readonly low: number; readonly high: number } {
  if (hits === 0) return { low: 0, high: Math.min(1, 3 / samples) };
  const share = hits / samples;
  const square = deviations ** 2 / samples;
  const centre = share + square / 2;
  const reach = deviations * Math.sqrt((share * (1 - share)) / samples + square / (4 * samples));
  return {
    low: Math.max(0, (centre - reach) / (1 + square)),
    high: hits === samples ? 1 : Math.min(1, (centre + reach) / (1 + square)),
  };
}
