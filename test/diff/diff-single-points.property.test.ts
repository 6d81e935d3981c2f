import fc from 'fast-check';
import { analyseFaults } from '../../src/analyses/faults/analyse-faults.js';
import type { Faults } from '../../src/analyses/faults/result.js';
import { diffModels } from '../../src/diff/diff-models.js';
import { diffSinglePoints } from '../../src/diff/diff-single-points.js';
import { matchJourneys } from '../../src/diff/match-journeys.js';
import type { Architecture } from '../../src/graph/architecture.js';
import { architecture, http, mysql } from '../../src/index.js';
import { build } from '../support/build.js';

interface Shop {
  readonly webs: number;
  readonly stores: number;
  /** All run on one machine. */
  readonly isShared: boolean;
  readonly prefix: string;
  readonly hasCache: boolean;
}

const shops: fc.Arbitrary<Shop> = fc.record({
  webs: fc.integer({ min: 1, max: 3 }),
  stores: fc.integer({ min: 1, max: 2 }),
  isShared: fc.boolean(),
  prefix: fc.constantFrom('node', 'server'),
  hasCache: fc.boolean(),
});

function shopOf({ webs, stores, isShared, prefix, hasCache }: Shop): Architecture {
  const site = architecture('Shop');
  const visitor = site.user('visitor');
  const front = site.server(`${prefix}-front`);
  const lb = front.loadBalancer('lb', { listens: http() });
  const shared = isShared ? site.server(`${prefix}-all`) : undefined;
  const place = (name: string) => shared ?? site.server(`${prefix}-${name}`);
  const apps = Array.from({ length: webs }, (_, index) => place(`web-${index}`).appServer(`app-${index}`));
  visitor.visits(lb);
  lb.balances(apps);
  for (let number = 0; number < stores; number += 1) {
    const store = place(`store-${number}`).database(`db-${number}`, { listens: mysql() });
    for (const app of apps) app.reads(store);
  }
  if (hasCache) {
    const cache = place('cache').cache('cache');
    for (const app of apps) app.reads(cache);
  }
  return build(site)[0]!;
}

/** What breaks each journey by failing alone, by failing everything once. */
function bruteForce({ elements }: Architecture, faults: Faults): ReadonlyMap<string, ReadonlySet<string>> {
  const broken = new Map<string, Set<string>>();
  for (const { id } of elements) {
    const lost = faults
      .simulate([id])
      .journeys.filter(({ state, journey }) => state === 'broken' && journey.state !== 'broken');
    if (lost.length > 0) broken.set(id, new Set(lost.map(({ journey }) => journey.id)));
  }
  return broken;
}

test('what is told of single points is what failing everything on both sides says', () => {
  fc.assert(
    fc.property(shops, shops, (before, after) => {
      const [base, head] = [shopOf(before), shopOf(after)];
      const diff = diffModels(base, head);
      const [was, is] = [analyseFaults(base), analyseFaults(head)];
      const journeys = matchJourneys(was, is, diff);
      const { fresh, gone, unasked, wider } = diffSinglePoints(was, is, journeys, diff);
      const [old, now] = [bruteForce(base, was), bruteForce(head, is)];
      const inHead = (id: string) => diff.toHead.get(id) ?? id;
      const known = new Set([...old.keys()].map(inHead));
      const roots = (points: Faults['singlePoints']) => points.map(({ root }) => root.id);
      expect(roots(fresh)).toEqual(roots(is.singlePoints).filter((id) => now.has(id) && !known.has(id)));
      const left = roots(was.singlePoints).filter((id) => old.has(id) && !now.has(inHead(id)));
      expect([...roots(gone), ...roots(unasked)].sort()).toEqual([...left].sort());
      const stay = new Map(journeys.pairs.map((pair) => [pair.before.id, pair.after.state]));
      for (const { root } of gone)
        expect([...old.get(root.id)!].some((id) => stay.has(id) && stay.get(id) !== 'broken')).toBe(true);
      for (const { root } of unasked)
        expect([...old.get(root.id)!].every((id) => (stay.get(id) ?? 'broken') === 'broken')).toBe(true);
      for (const { point, journeys: more } of wider)
        for (const { id } of more) expect(now.get(point.root.id)?.has(id)).toBe(true);
    }),
    { numRuns: 40, seed: 20261121 },
  );
});
