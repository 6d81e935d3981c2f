import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import { sharedFate } from '../../../src/audit/questions/shared-fate.js';
import { createGraph } from '../../../src/graph/create-graph.js';
import { architecture } from '../../../src/index.js';
import { collect } from '../../../src/vocabulary/collect.js';

function room(pairs: number) {
  const site = architecture('room');
  const rack = site.failureDomain('rack', { role: 'rack' });
  for (let index = 0; index < pairs; index++) {
    const [one, other] = [
      site.server(`one ${index}`, { standsIn: [rack] }),
      site.server(`other ${index}`, { standsIn: [rack] }),
    ];
    other.database(`copy ${index}`).replicates(one.database(`store ${index}`), { failover: 'none' });
  }
  const [document] = collect(site).documents;
  if (!document) throw new Error('no model');
  return createGraph(document);
}

test('what a place takes along is asked once, however many stores stand in it', () => {
  const model = room(50);
  const analysed = analyseFaults(model);
  const asked: string[] = [];
  const faults = {
    ...analysed,
    simulate: (...args: Parameters<typeof analysed.simulate>) => {
      asked.push(...args[0]);
      return analysed.simulate(...args);
    },
  };
  const stores = model.byKind.database.filter(({ name }) => name.startsWith('store'));
  const copies = model.byKind.database.filter(({ name }) => name.startsWith('copy'));
  const fates = stores.map((store, index) => sharedFate(model, faults, store, copies[index] ?? store));
  expect(fates).toHaveLength(50);
  expect(fates).toEqual(fates.map(() => ({ place: expect.objectContaining({ name: 'rack' }) })));
  expect(asked).toHaveLength(1);
});
