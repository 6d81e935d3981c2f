import fc from 'fast-check';
import { type Severity, severities } from '../../../src/audit/finding.js';
import { compareSides } from '../../../src/diff/compare-sides.js';
import type { GateLimits } from '../../../src/diff/gate/gate-limits.js';
import { judgeComparison } from '../../../src/diff/gate/judge-comparison.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { auditModel } from '../../../src/pipeline.js';
import { rules } from '../../../src/rules/index.js';
import { today } from '../audited.js';
import { randomChanges } from '../random-change.js';

const runs = { numRuns: 40 };

/** From what refuses most to what refuses least. */
const levels: readonly (Severity | 'never')[] = [...severities].reverse().concat('never' as never);
const ids = rules.map(({ id }) => id);
const level = fc.constantFrom(...levels);
const tone = fc.constantFrom('fail' as const, 'tell' as const);

const limits: fc.Arbitrary<GateLimits> = fc.record({
  failOn: level,
  failOnRules: fc.array(fc.tuple(fc.constantFrom(...ids), level), { maxLength: 8 }).map((pairs) => new Map(pairs)),
  newSinglePoints: fc.option(fc.nat(6), { nil: undefined }),
  objectives: tone,
  exposure: tone,
  weakening: tone,
  waivers: tone,
});

/** Limits, and laxer ones: any of them may be let go, none is drawn tighter. */
const laxer: fc.Arbitrary<readonly [GateLimits, GateLimits]> = fc
  .tuple(
    limits,
    fc.array(fc.nat(4), { minLength: 20, maxLength: 20 }),
    fc.array(fc.constantFrom(...ids), { maxLength: 2 }),
  )
  .map(([strict, by, free]) => {
    const lower = (one: Severity | 'never', steps: number) =>
      levels[Math.min(levels.length - 1, levels.indexOf(one) + steps)]!;
    const told = (one: 'fail' | 'tell', steps: number) => (steps > 1 ? ('tell' as const) : one);
    const points = strict.newSinglePoints;
    const lax: GateLimits = {
      failOn: lower(strict.failOn, by[0]!),
      failOnRules: new Map([
        ...[...strict.failOnRules].map(([rule, one], index) => [rule, lower(one, by[6 + index]!)] as const),
        ...free.map((rule) => [rule, 'never'] as const),
      ]),
      newSinglePoints: points === undefined || by[1]! > 2 ? undefined : points + by[1]!,
      objectives: told(strict.objectives, by[2]!),
      exposure: told(strict.exposure, by[3]!),
      weakening: told(strict.weakening, by[4]!),
      waivers: told(strict.waivers, by[5]!),
    };
    return [strict, lax] as const;
  });

const side = (model: Architecture) => ({ audits: [auditModel(model, today)], isWhole: true });

test('a model held against itself passes, whatever the limits', () => {
  fc.assert(
    fc.property(randomChanges, limits, ({ base }, any) => {
      expect(judgeComparison(compareSides(side(base), side(base)), any)).toMatchObject({ passes: true, refused: [] });
    }),
    runs,
  );
});

test('what passes passes where less is refused, too', () => {
  let refused = 0;
  fc.assert(
    fc.property(randomChanges, fc.array(laxer, { minLength: 12, maxLength: 12 }), ({ base, head }, pairs) => {
      const comparison = compareSides(side(base), side(head));
      for (const [strict, lax] of pairs) {
        const { passes } = judgeComparison(comparison, strict);
        if (!passes) refused += 1;
        if (passes) expect([lax, judgeComparison(comparison, lax).refused]).toEqual([lax, []]);
      }
    }),
    runs,
  );
  expect(refused).toBeGreaterThan(20);
});
