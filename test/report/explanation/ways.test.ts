import fc from 'fast-check';
import type { Architecture, Element } from '../../../src/graph/architecture.js';
import { type Way, wayFromUsers, waysToStores } from '../../../src/report/explanation/ways.js';
import { traits } from '../../../src/vocabulary/kinds.js';
import { verbs } from '../../../src/vocabulary/verbs.js';
import { randomArchitecture } from '../../analyses/support/random-architecture.js';
import { tapes } from '../../analyses/support/tape.js';
import { build } from '../../support/build.js';
import { randomModels } from '../../support/random-models.js';
import { watchedShop } from '../failure/sites.js';

const ids = (way: Way | undefined) => way && [way[0]?.from.id, ...way.map(({ to }) => to.id)];

function built(): Architecture {
  const [model] = build(watchedShop());
  if (!model) throw new Error('no model');
  return model;
}

test('from a user to an element, and on to stores', () => {
  const model = built();
  expect(ids(wayFromUsers(model, model.byId.get('server-1/db')!))).toEqual([
    'user/visitor',
    'front/lb',
    'server-1/app',
    'server-1/db',
  ]);
  expect(waysToStores(model, [model.byId.get('server-2/app')!], 3).map(ids)).toEqual([
    ['server-2/app', 'server-1/db'],
    ['server-2/app', 'server-2/db'],
  ]);
  expect(waysToStores(model, [model.byId.get('server-2/app')!], 1)).toHaveLength(1);
  expect(wayFromUsers(model, model.byId.get('operations/monitor')!)).toBeUndefined();
  expect(wayFromUsers(model, model.byId.get('user/visitor')!)).toBeUndefined();
});

/** By relaxing every edge until nothing changes: the number of steps to each. */
function distances(model: Architecture, starts: readonly Element[]): ReadonlyMap<string, number> {
  const edges = [
    ...model.flows.filter(({ verb }) => verbs[verb].sort === 'traffic').map(({ from, to }) => [from, to] as const),
    ...model.clusters.flatMap(({ id, members }) => members.map((member) => [id, member] as const)),
  ];
  const far = new Map(starts.map(({ id }) => [id, 0]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [from, to] of edges) {
      const next = (far.get(from) ?? Number.POSITIVE_INFINITY) + 1;
      if (next >= (far.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      far.set(to, next);
      changed = true;
    }
  }
  return far;
}

test('ways are whole, and none is longer than it has to be', () => {
  fc.assert(
    fc.property(tapes, (numbers) => {
      const model = randomArchitecture(numbers);
      const far = distances(model, model.byKind.user);
      for (const element of model.elements) {
        const way = wayFromUsers(model, element);
        expect(way?.length).toBe(element.kind === 'user' ? undefined : far.get(element.id));
        for (const [index, step] of (way ?? []).entries())
          expect(step.from).toBe(index === 0 ? step.from : way?.[index - 1]?.to);
        const stores = [...distances(model, [element])].filter(
          ([id, steps]) => steps > 0 && traits(model.byId.get(id)!.kind).store,
        );
        const shown = waysToStores(model, [element], 2);
        expect(shown.length).toBe(Math.min(2, stores.length));
        const nearest = stores.map(([, steps]) => steps).sort((a, b) => a - b);
        expect(shown.map(({ length }) => length)).toEqual(nearest.slice(0, 2));
      }
    }),
    { numRuns: randomModels, seed: 20_261_125 },
  );
});
