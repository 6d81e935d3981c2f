import { analyseFaults } from '../../../../src/analyses/faults/analyse-faults.js';
import type { Importance, JourneyAvailability } from '../../../../src/analyses/faults/result.js';
import type { ElementFacts } from '../../../../src/graph/architecture.js';
import { type Drafting, draft, type PoolOptions } from '../../support/document.js';

/** The fewest samples that are ever drawn, 4,096: what comes out is known to about a hundredth. */
function sampled(d: Drafting): JourneyAvailability {
  const limits = { nodes: 0, steps: 0, sampling: 1 };
  return analyseFaults(d.graph(), { availability: limits }).availability[0]!;
}

/** A user who asks `root`, which stores; none of the three ever fails. */
function system(): Drafting {
  const d = draft();
  d.element('user', 'user');
  d.element('component', 'root');
  d.element('database', 'db');
  d.flow('user', 'visits', 'root');
  d.flow('root', 'writes', 'db');
  return d;
}

function down(unavailability: number): { readonly facts: ElementFacts } {
  return { facts: { unavailability } };
}

type Measures = Omit<Importance, 'element'>;

function measures({ importance }: JourneyAvailability): Readonly<Record<string, Measures>> {
  return Object.fromEntries(importance.map(({ element, ...rest }) => [element.id, rest]));
}

function expectClose(found: Measures | undefined, wanted: Measures, within = 0.08): void {
  for (const [name, value] of Object.entries(wanted))
    expect([name, Math.abs(found![name as keyof Measures] - value) <= within * Math.max(1, value)]).toEqual([
      name,
      true,
    ]);
}

describe('importance from samples', () => {
  test('of two beside one another, and of one that both need', () => {
    const d = system();
    for (const [id, share] of [
      ['left', 0.5],
      ['right', 0.4],
      ['alone', 0.3],
    ] as const)
      d.element('component', id, down(share));
    d.pool('root', 'calls', ['left', 'right']);
    d.flow('root', 'calls', 'alone');
    const result = sampled(d);
    // 1 - 0.8 × 0.7
    const whole = 0.44;
    expect([result.method, result.importanceMethod, result.sampled!.samples]).toEqual([
      'monte carlo',
      'sampled',
      4_096,
    ]);
    expect(Math.abs(result.unavailability! - whole)).toBeLessThan(0.03);
    const found = measures(result);
    const pair = { criticality: (0.2 * 0.7) / whole, fussellVesely: 0.2 / whole };
    expectClose(found.left, { unavailability: 0.5, birnbaum: 0.4 * 0.7, ...pair });
    expectClose(found.right, { unavailability: 0.4, birnbaum: 0.5 * 0.7, ...pair });
    const alone = { criticality: (0.3 * 0.8) / whole, fussellVesely: 0.3 / whole };
    expectClose(found.alone, { unavailability: 0.3, birnbaum: 0.8, ...alone });
    expect(result.importance[0]!.element.id).toBe('alone');
  });

  const pooled = (count: number, share: number, options: PoolOptions) => {
    const d = system();
    const ids = Array.from({ length: count }, (_, index) => d.element('component', `c${index}`, down(share)));
    d.pool('root', 'calls', ids, options);
    return sampled(d);
  };

  test('of forty that are down together, each of which would mend it', () => {
    const { importance, unavailability } = pooled(40, 0.97, { need: 1 });
    expect(Math.abs(unavailability! - 0.97 ** 40)).toBeLessThan(0.03);
    for (const { criticality, fussellVesely, birnbaum } of importance) {
      expect([criticality, fussellVesely]).toEqual([1, 1]);
      expect(birnbaum).toBeCloseTo(unavailability! / 0.97, 12);
    }
  });

  test('of forty of which one may be down besides: mending one mends nothing while all are', () => {
    const { importance } = pooled(40, 0.97, { need: 2 });
    const [all, most] = [0.97 ** 40, 40 * 0.97 ** 39 * 0.03];
    for (const { criticality, fussellVesely } of importance) {
      expect(Math.abs(criticality - ((39 / 40) * most) / (all + most))).toBeLessThan(0.1);
      // While all are down one of them can be spared, which is the same each time.
      expect(fussellVesely).toBeGreaterThanOrEqual(criticality);
      expect(fussellVesely).toBeLessThanOrEqual((all + (39 / 40) * most) / (all + most) + 0.1);
    }
  });

  test('of what never fails is nothing', () => {
    const d = system();
    d.element('component', 'never', down(0));
    d.element('component', 'often', down(0.5));
    d.flow('root', 'calls', 'never');
    d.flow('root', 'calls', 'often');
    const { never, often } = measures(sampled(d));
    expect(never).toEqual({ unavailability: 0, birnbaum: 0, criticality: 0, fussellVesely: 0 });
    expect(often).toMatchObject({ criticality: 1, fussellVesely: 1 });
  });

  test('of nothing that was hit is nothing', () => {
    const d = system();
    d.element('component', 'seldom', down(1e-15));
    d.flow('root', 'calls', 'seldom');
    const result = sampled(d);
    expect(measures(result).seldom).toEqual({ unavailability: 1e-15, birnbaum: 0, criticality: 0, fussellVesely: 0 });
    expect(result.sampled).toEqual({ samples: 4_096, hits: 0, low: 0, high: 3 / 4_096 });
  });

  test('of an element counts its members together', () => {
    const d = system();
    d.element('component', 'pair', { facts: { unavailability: 0.5, instances: 2 } });
    d.element('component', 'alone', down(0.2));
    d.flow('root', 'calls', 'pair');
    d.flow('root', 'calls', 'alone');
    const { pair, alone } = measures(sampled(d));
    // Down while both are, 0.25, or it: 1 - 0.75 × 0.8. By the share of one member that grows by 2 × 0.5.
    const whole = 0.4;
    expectClose(
      pair,
      {
        unavailability: 0.5,
        birnbaum: 1 * 0.8,
        criticality: (0.5 * 0.8) / whole,
        fussellVesely: 0.25 / whole,
      },
      0.12,
    );
    expectClose(alone, { unavailability: 0.2, birnbaum: 0.75, criticality: (0.2 * 0.75) / whole, fussellVesely: 0.5 });
  });

  test('blames a takeover that takes its time on nobody', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('component', 'watchdog');
    d.element('database', 'one', { facts: { mtbf: '1 h', mttr: '1 h' } });
    d.element('database', 'two');
    d.cluster('group', 'database', ['one', 'two'], {
      mode: 'active-passive',
      failover: { by: 'watchdog', within: '30 min' },
    });
    d.flow('user', 'writes', 'group');
    const result = sampled(d);
    // Half of the time it is down, and half of that for less than the takeover takes.
    expect(Math.abs(result.unavailability! - 0.25)).toBeLessThan(0.03);
    expect(result.importance.map(({ element }) => element.id)).toEqual(['one']);
    expect(result.importance[0]).toMatchObject({ criticality: 1, fussellVesely: 1 });
  });
});
