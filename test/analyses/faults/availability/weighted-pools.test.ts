import fc from 'fast-check';
import { analyseFaults } from '../../../../src/analyses/faults/analyse-faults.js';
import type { AvailabilityLimits } from '../../../../src/analyses/faults/availability/limits.js';
import { randomModels } from '../../../support/random-models.js';
import { draft } from '../../support/document.js';

interface Target {
  readonly weight: number;
  readonly unavailability: number;
}

/** A user, a balancer over these targets, of whose weights a share is needed, and a store behind all of them. */
function balanced(targets: readonly Target[], need: number, availability?: AvailabilityLimits) {
  const d = draft();
  d.element('user', 'user');
  d.element('loadBalancer', 'lb');
  d.element('database', 'db');
  const apps = targets.map(({ unavailability }, index) =>
    d.element('appServer', `app-${index}`, { facts: { unavailability } }),
  );
  d.flow('user', 'visits', 'lb');
  d.pool('lb', 'balances', apps, { need, weights: targets.map(({ weight }) => weight) });
  for (const app of apps) d.flow(app, 'reads', 'db');
  d.journey('user', 'read', 'db');
  return analyseFaults(d.graph(), availability && { availability }).availability[0]!;
}

/** Every subset of the targets that may be down. */
function enumerated(targets: readonly Target[], need: number): number {
  const total = targets.reduce((sum, { weight }) => sum + weight, 0);
  let broken = 0;
  for (let down = 0; down < 2 ** targets.length; down += 1) {
    let [probability, left] = [1, 0];
    for (const [index, { weight, unavailability }] of targets.entries()) {
      const isDown = ((down >> index) & 1) === 1;
      probability *= isDown ? unavailability : 1 - unavailability;
      if (!isDown) left += weight;
    }
    if (left + 1e-9 < need * total) broken += probability;
  }
  return broken;
}

describe('pools of which a share of the weights is needed', () => {
  test('are exact for weights of any size, against every subset', () => {
    const hundredths = (most: number) => fc.integer({ min: 1, max: most }).map((value) => value / 100);
    const target = fc.record({ weight: hundredths(700), unavailability: hundredths(60) });
    fc.assert(
      fc.property(fc.array(target, { minLength: 2, maxLength: 8 }), hundredths(99), (targets, need) => {
        const { method, unavailability } = balanced(targets, need);
        expect(method).toBe('exact');
        const wanted = enumerated(targets, need);
        expect(Math.abs(unavailability! - wanted)).toBeLessThanOrEqual(wanted * 1e-12);
      }),
      { numRuns: randomModels, seed: 20_261_125 },
    );
  });

  test('of weights that are all different are sampled where there are many: every subset has a sum of its own', () => {
    const targets = Array.from({ length: 50 }, (_, index) => ({
      weight: 1 + Math.sqrt(index + 2) / 10,
      unavailability: 0.3,
    }));
    const limits = { nodes: 200_000, steps: 200_000, sampling: 10_000_000 };
    const { method, unavailability } = balanced(targets, 0.7, limits);
    expect(method).toBe('monte carlo');
    // Of 50 some 35 work, give or take 3: half of the time it is not enough.
    expect(unavailability).toBeGreaterThan(0.35);
    expect(unavailability).toBeLessThan(0.65);
  });
});
