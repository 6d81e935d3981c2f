import fc from 'fast-check';
import { binomialTail } from '../../../../src/analyses/faults/availability/binomial-tail.js';

/** How many fail, one thing after the other: every sum is of positive terms. */
function naiveTail(count: number, least: number, share: number): number {
  let failed = [1];
  for (let thing = 0; thing < count; thing += 1) {
    const before = failed;
    failed = Array.from({ length: before.length + 1 }, (_, number) => {
      return (before[number] ?? 0) * (1 - share) + (before[number - 1] ?? 0) * share;
    });
  }
  return failed.slice(least).reduceRight((sum, one) => sum + one, 0);
}

function expectClose(found: number, wanted: number, relative: number): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * wanted);
}

test('k of n fail as often as if they were counted one by one', () => {
  const shares = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(1e-9, 3e-4, 0.5, 0.999));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(), shares, (count, number, share) => {
      const least = 1 + (number % count);
      const { probability, growth } = binomialTail(count, least, share);
      const wanted = naiveTail(count, least, share);
      if (wanted > 1e-290) expectClose(probability, wanted, 1e-11);
      // One thing more decides where exactly one is missing among the others.
      const others = count === 1 ? 1 : naiveTail(count - 1, least - 1, share) - naiveTail(count - 1, least, share);
      if (others > 1e-3) expectClose(growth, count * others, 1e-9);
    }),
    { numRuns: 1_000, seed: 20_261_125 },
  );
});

test('all of very many, and half of them', () => {
  expectClose(binomialTail(1e6, 1, 1e-9).probability, -Math.expm1(1e6 * Math.log1p(-1e-9)), 1e-11);
  expectClose(binomialTail(2_001, 1_001, 0.5).probability, 0.5, 1e-11);
  expectClose(binomialTail(1e6 + 1, 5e5 + 1, 0.5).probability, 0.5, 1e-9);
});
