/** How probable it is that at least `least` of `count` alike and independent things fail, and how that grows with the share. */
export interface BinomialTail {
  readonly probability: number;
  /** The derivative by the share. */
  readonly growth: number;
}

/**
 * Summed from the term nearest to the mean outwards, so that no term is lost in rounding; `share` is that of one thing,
 * 0 to 1, and `least` 1 to `count`. The terms are Loader's (Fast and accurate computation of binomial probabilities, 2000).
 */
export function binomialTail(count: number, least: number, share: number): BinomialTail {
  if (share <= 0) return { probability: 0, growth: least === 1 ? count : 0 };
  if (share >= 1) return { probability: 1, growth: least === count ? count : 0 };
  const growth = count * term(count - 1, least - 1, share);
  const odds = share / (1 - share);
  if (least > count * share) {
    const next = (failed: number) => (odds * (count - failed)) / (failed + 1);
    return { probability: Math.min(1, term(count, least, share) * sumOfProducts(least, 1, count, next)), growth };
  }
  const before = (failed: number) => failed / (count - failed + 1) / odds;
  const fewer = term(count, least - 1, share) * sumOfProducts(least - 1, -1, 0, before);
  return { probability: Math.max(0, 1 - fewer), growth };
}

/** 1 + r(first) + r(first) r(first + step) + …, while it makes a difference. */
function sumOfProducts(first: number, step: number, last: number, ratio: (at: number) => number): number {
  let sum = 1;
  let product = 1;
  for (let at = first; at !== last && product > sum * 1e-18; at += step) {
    product *= ratio(at);
    sum += product;
  }
  return sum;
}

/** That exactly so many fail. */
function term(count: number, failed: number, share: number): number {
  if (failed === 0) return Math.exp(count * Math.log1p(-share));
  if (failed === count) return share ** count;
  const left = count - failed;
  const error = stirlingError(count) - stirlingError(failed) - stirlingError(left);
  const distance = deviance(failed, count * share) + deviance(left, count * (1 - share));
  return Math.exp(error - distance) * Math.sqrt(count / (2 * Math.PI * failed * left));
}

/** What Stirling's formula misses of the logarithm of n!. */
function stirlingError(n: number): number {
  if (n > 15) {
    const square = n * n;
    return (1 / 12 - (1 / 360 - (1 / 1_260 - (1 / 1_680 - 1 / 1_188 / square) / square) / square) / square) / n;
  }
  let factorial = 1;
  for (let factor = 2; factor <= n; factor += 1) factorial *= factor;
  return Math.log(factorial) - (n + 0.5) * Math.log(n) + n - Math.log(2 * Math.PI) / 2;
}

/** x log(x / mean) + mean - x, by its series where the two are close. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  let sum = difference * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
