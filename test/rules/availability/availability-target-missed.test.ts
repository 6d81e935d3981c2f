import type { Report } from '../../../src/audit/rule.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { architecture, http } from '../../../src/index.js';
import rule from '../../../src/rules/availability/availability-target-missed.js';
import type { Faults, RuleContext } from '../../../src/rules-api.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';

interface Told {
  readonly app?: number;
  readonly store?: number;
  readonly objective?: number;
}

/** A user, an application and a store, one behind the other. */
function shop({ app: ofApp, store: ofStore, objective }: Told) {
  const site = architecture('shop');
  const app = site.appServer('app', ofApp === undefined ? {} : { availability: ofApp });
  const store = site.objectStore('pictures', ofStore === undefined ? {} : { availability: ofStore });
  const visitor = site.user('visitor');
  visitor.visits(app);
  app.reads(store);
  site.journey('look', { from: visitor, reads: store, ...(objective !== undefined && { objective }) });
  return site;
}

/** In a region of a provider, with figures for all that is ours. */
function rented() {
  const site = architecture('shop');
  const standsIn = site.region('Frankfurt', { provider: 'Example Cloud' });
  const app = site.appServer('app', { availability: 0.9999, standsIn });
  const store = site.objectStore('pictures', { availability: 0.9999, standsIn });
  const visitor = site.user('visitor');
  visitor.visits(app);
  app.reads(store);
  site.journey('look', { from: visitor, reads: store, objective: 0.999 });
  return site;
}

/** A firewall lets nobody in. */
function blocked() {
  const site = architecture('shop');
  const app = site.appServer('app', { availability: 0.9, listens: http() });
  app.firewall('closed', { incoming: 'deny' });
  const store = site.objectStore('pictures', { availability: 0.9 });
  const visitor = site.user('visitor');
  visitor.visits(app);
  app.reads(store);
  site.journey('look', { from: visitor, reads: store, objective: 0.99 });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'better than meant', model: shop({ app: 0.999, store: 0.999, objective: 0.99 }) },
    { name: 'just as good', model: shop({ app: 1, store: 0.999, objective: 0.999 }) },
    { name: 'a region and a provider need no figure', model: rented() },
    { name: 'no objective', model: shop({ app: 0.5, store: 0.5 }) },
    { name: 'nothing at all', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'worse than meant',
      model: shop({ app: 0.99, store: 0.999, objective: 0.999 }),
      findings: [
        {
          at: 'pictures',
          severity: 'medium',
          message: "The journey 'look' works 98.9 % of the time, and is meant to work 99.9 %.",
          evidence: ['app', 'user/visitor visits app'],
        },
      ],
    },
    {
      name: 'a little worse, and told so',
      model: shop({ app: 1, store: 0.9989, objective: 0.999 }),
      findings: [{ message: /works 99.89 % .* work 99.9 %/ }],
    },
    {
      name: 'worse even at best',
      model: shop({ store: 0.99, objective: 0.999 }),
      findings: [{ message: /works at best 99 % of the time/ }],
    },
  ],
  cannotTell: [
    { name: 'no figures', model: shop({ objective: 0.999 }), missing: ['availability'] },
    { name: 'good enough at best', model: shop({ store: 0.9999, objective: 0.999 }), missing: ['availability'] },
    { name: 'blocked as modelled', model: blocked(), missing: ['journeys that work'] },
  ],
});

describe('what was sampled', () => {
  /** What the rule says where the samples leave an interval. */
  function said(low: number, high: number): readonly string[] {
    const model = build(shop({ objective: 0.99 }))[0]!;
    const words: string[] = [];
    const context = {
      model,
      faults: sampledFaults(model, low, high),
      pass: () => words.push('pass'),
      report: ({ data }: Report<Record<string, string>>) => words.push(`missed: ${data?.reached}`),
      unknown: () => words.push('unknown'),
    };
    rule.check(context as unknown as RuleContext);
    return words;
  }

  function sampledFaults({ journeys }: Architecture, low: number, high: number): Pick<Faults, 'availability'> {
    const journey = { ...journeys[0]!, declared: true, state: 'works', path: [] } as const;
    const sampled = { samples: 1000, hits: 1, low, high };
    const shares = { unavailability: (low + high) / 2, method: 'monte carlo', sampled } as const;
    return { availability: [{ journey, ...shares, assumed: [], importance: [], importanceMethod: 'sampled' }] };
  }

  test('is missed where the whole interval is, by the better end of it', () => {
    expect(said(0.011, 0.02)).toEqual(['missed: 98.9 %']);
  });

  test('is reached where the whole interval is', () => {
    expect(said(0.001, 0.01)).toEqual(['pass']);
  });

  test('is left alone where the interval lies across', () => {
    expect(said(0.01, 0.011)).toEqual([]);
  });
});
