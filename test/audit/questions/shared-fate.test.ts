import fc from 'fast-check';
import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import { sharedFate } from '../../../src/audit/questions/shared-fate.js';
import type { Architecture, Element } from '../../../src/graph/architecture.js';
import { createGraph } from '../../../src/graph/create-graph.js';
import { architecture, type Site } from '../../../src/index.js';
import { collect } from '../../../src/vocabulary/collect.js';
import { randomArchitecture } from '../../analyses/support/random-architecture.js';
import { tapes } from '../../analyses/support/tape.js';
import { build } from '../../support/build.js';

type Server = ReturnType<Site['server']>;

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
    during: ((failed, ask) => {
      asked.push(...failed);
      return analysed.during(failed, ask);
    }) as typeof analysed.during,
  };
  const stores = model.byKind.database.filter(({ name }) => name.startsWith('store'));
  const copies = model.byKind.database.filter(({ name }) => name.startsWith('copy'));
  const fates = stores.map((store, index) => sharedFate(model, faults, store, copies[index] ?? store));
  expect(fates).toHaveLength(50);
  expect(fates).toEqual(fates.map(() => ({ place: expect.objectContaining({ name: 'rack' }) })));
  expect(asked).toHaveLength(1);
});

test('a shared place takes down what a simulation of its failure calls dead, on random systems', () => {
  let shared = 0;
  const property = fc.property(tapes, (numbers) => {
    const model = randomArchitecture(numbers);
    const faults = analyseFaults(model);
    const [one] = model.elements.filter((element) => model.hostOf(element));
    for (const other of one ? model.elements : []) {
      const fate = sharedFate(model, faults, one!, other);
      if (typeof fate === 'object') shared += 1;
      expect([other.id, typeof fate === 'object' ? fate.place : undefined]).toEqual([
        other.id,
        placesOf(model, one!).find((place) => {
          const { elements } = faults.simulate([place.id]);
          const dead = elements.filter(({ state }) => state === 'dead').map(({ element }) => element);
          return placesOf(model, other).includes(place) && dead.includes(one!) && dead.includes(other);
        }),
      ]);
    }
  });
  fc.assert(property, { numRuns: 100, seed: 20_261_121 });
  expect(shared).toBeGreaterThan(50);
});

function placesOf(model: Architecture, element: Element): readonly Element[] {
  const host = model.hostOf(element);
  const domains = model
    .domainsOf(element)
    .filter(({ kind }) => kind === 'availabilityZone' || kind === 'failureDomain');
  return [...(host ? [host] : []), ...domains];
}

test.each<[string, (site: Site) => readonly [Server, Server], string]>([
  ['two servers anywhere', (site) => [site.server('a'), site.server('b')], 'unknown'],
  [
    'two zones',
    (site) => {
      const region = site.region('r');
      const [a, b] = [region.availabilityZone('a'), region.availabilityZone('b')];
      return [site.server('a', { standsIn: a }), site.server('b', { standsIn: b })];
    },
    'apart',
  ],
  [
    'one in a zone, the other anywhere',
    (site) => [site.server('a', { standsIn: site.region('r').availabilityZone('z') }), site.server('b')],
    'unknown',
  ],
  [
    'two regions',
    (site) => [site.server('a', { standsIn: site.region('r') }), site.server('b', { standsIn: site.region('s') })],
    'apart',
  ],
  [
    'one region',
    (site) => {
      const region = site.region('r');
      return [site.server('a', { standsIn: region }), site.server('b', { standsIn: region })];
    },
    'unknown',
  ],
  [
    'one in a region, the other anywhere',
    (site) => [site.server('a', { standsIn: site.region('r') }), site.server('b')],
    'unknown',
  ],
  [
    'one in a region, the other in a rack somewhere',
    (site) => [
      site.server('a', { standsIn: site.region('r') }),
      site.server('b', { standsIn: site.failureDomain('rack', { role: 'rack' }) }),
    ],
    'unknown',
  ],
])('%s: %s', (_, fill, fate) => {
  const site = architecture('places');
  const servers = fill(site);
  servers[0].database('one');
  servers[1].database('two');
  const model = build(site)[0]!;
  const [one, two] = model.byKind.database;
  const faults = analyseFaults(model);
  expect(sharedFate(model, faults, one!, two!)).toBe(fate);
  expect(sharedFate(model, faults, two!, one!)).toBe(fate);
});
