import { analyseLoad } from '../../../src/analyses/capacity/analyse-load.js';
import type { ElementFacts } from '../../../src/graph/architecture.js';
import type { Kind } from '../../../src/vocabulary/kinds.js';
import { type Drafting, draft } from '../support/document.js';

/** 100 requests per second come to `front`, which `fill` connects to `back`. */
function behind(fill: (d: Drafting) => void) {
  const d = draft();
  d.element('user', 'user');
  fill(d);
  d.element('appServer', 'back');
  d.flow('user', 'visits', 'front', { requestsPerSecond: 100 });
  d.flow('front', 'forwards', 'back');
  const { assumptions, missing, ...load } = analyseLoad(d.graph());
  const { known, isComplete } = load.loadOf('back')!.demand;
  const wanted = missing.filter(({ fact }) => fact === 'hitRatio');
  return { demand: isComplete ? Math.round(known) : `at least ${known}`, assumptions, wanted };
}

const handedOn = ["'front': every request is taken to be handed on, as no hit ratio is told."];

test.each<[Kind, ElementFacts, number, readonly string[]]>([
  ['webServer', {}, 100, []],
  ['waf', {}, 100, handedOn],
  ['apiGateway', {}, 100, handedOn],
  ['webServer', { hitRatio: 0.25 }, 75, []],
  ['apiGateway', { hitRatio: 0.25 }, 75, []],
  ['cdn', { hitRatio: 0.25 }, 75, []],
])('a %s with %j hands on %d of 100, assuming %j', (kind, facts, demand, assumptions) => {
  expect(behind((d) => d.element(kind, 'front', { facts }))).toEqual({ demand, assumptions, wanted: [] });
});

test('a CDN without a hit ratio is asked for one, which would tell what is behind it', () => {
  const found = behind((d) => d.element('cdn', 'front'));
  expect(found).toMatchObject({ demand: 'at least 0', assumptions: [] });
  expect(found.wanted).toMatchObject([
    {
      elements: [{ id: 'front' }],
      flows: [],
      wanted: "Say what share of the requests 'front' answers itself: `hitRatio`.",
      unlocks: 1,
    },
  ]);
});

describe('a cluster in the way', () => {
  const members = (ratios: readonly (number | undefined)[], facts: ElementFacts = {}, kind: Kind = 'apiGateway') =>
    behind((d) => {
      const ids = ratios.map((hitRatio, index) =>
        d.element(kind, `cache-${index}`, { facts: hitRatio === undefined ? {} : { hitRatio } }),
      );
      d.cluster('front', kind, ids, { mode: 'active-active', ...facts });
    });

  test.each<[string, Parameters<typeof members>, number | string, readonly string[]]>([
    ['whose members tell the same ratio answers by it', [[0.5, 0.5]], 50, []],
    ['whose members tell different ones answers nobody knows how much', [[0.5, 0.9]], 100, handedOn],
    ['of which one member tells none, too', [[0.5, undefined]], 100, handedOn],
    ['that tells a ratio of its own answers by that', [[0.5, 0.5], { hitRatio: 0.2 }], 80, []],
    ['of web servers hands on each request', [[undefined, undefined], {}, 'webServer'], 100, []],
    ['of a CDN that tells none hands on an unknown part', [[undefined], {}, 'cdn'], 'at least 0', []],
  ])('%s', (_, given, demand, assumptions) => {
    expect(members(...given)).toMatchObject({ demand, assumptions });
  });
});

test('a balancer hands on each request, and of several statements that hand on nobody knows which takes what', () => {
  const to = (...targets: readonly string[]) => {
    const d = draft();
    d.element('user', 'user');
    d.element('loadBalancer', 'lb');
    d.flow('user', 'visits', 'lb', { requestsPerSecond: 100 });
    for (const target of targets) {
      d.element('webServer', target);
      d.pool('lb', 'balances', [target]);
    }
    d.element('logCollector', 'logs');
    d.flow('lb', 'reports', 'logs', { requestsPerSecond: 5 });
    return analyseLoad(d.graph());
  };
  expect(to('a').loadOf('a')).toMatchObject({ demand: { known: 100, isComplete: true } });
  const both = to('a', 'b');
  for (const id of ['a', 'b']) expect(both.loadOf(id)?.demand).toEqual({ known: 0, isComplete: false });
  expect(both.missing.find(({ fact }) => fact === 'perRequest')?.wanted).toBe(
    "Say how many of the requests go where 'lb' balances over 'a' and 'b': `perRequest`.",
  );
});
