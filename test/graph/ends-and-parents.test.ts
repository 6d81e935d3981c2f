import type { ArchitectureDocument } from '../../src/graph/architecture.js';
import { validateDocument } from '../../src/graph/validate-document.js';
import { domainKinds, looseKinds, placeKinds, runningKinds } from '../../src/vocabulary/kind-groups.js';
import { type Kind, kindNames } from '../../src/vocabulary/kinds.js';
import { verbEnds } from '../../src/vocabulary/verb-ends.js';
import { type Verb, verbNames } from '../../src/vocabulary/verbs.js';

interface Placed {
  readonly id: string;
  readonly kind: Kind;
  readonly parent?: string;
}

/** What is wrong with a document of these elements; clusters have two members of their kind. */
function wrongWith(placed: readonly Placed[], verb?: Verb, clusters: ArchitectureDocument['clusters'] = []): unknown {
  const result = validateDocument({
    format: 'stanchion-architecture',
    version: 1,
    name: 'shop',
    facts: {},
    elements: placed.map((element) => ({ ...element, name: element.id, facts: {} })),
    flows: verb ? [{ id: 'flow', verb, from: placed[0]?.id, to: placed.at(-1)?.id, facts: {} }] : [],
    pools: [],
    clusters,
    journeys: [],
    waivers: [],
  });
  return 'problems' in result ? result.problems.map(({ message, hint }) => [message, hint]) : [];
}

const pairs = kindNames.filter((kind) => kind !== 'cluster');

test.each(verbNames)('%s joins what the vocabulary says, and nothing else', (verb) => {
  const { from, to = pairs } = verbEnds[verb];
  for (const source of pairs) {
    for (const target of pairs) {
      const isRight = from.includes(source) && to.includes(target) && (verb !== 'replicates' || source === target);
      const wrong = wrongWith(
        [
          { id: 'a', kind: source },
          { id: 'b', kind: target },
        ],
        verb,
      );
      expect([source, target, wrong]).toEqual([source, target, isRight ? [] : [expect.anything()]]);
    }
  }
});

test.each<[Verb, Kind, Kind, string, string]>([
  [
    'writes',
    'user',
    'database',
    "flows[0].from of 'flow': 'writes' cannot start from 'a', which is of the kind user",
    "'writes' starts from application servers, workers, scheduled jobs, functions and components.",
  ],
  [
    'publishes',
    'worker',
    'certificate',
    "flows[0].to of 'flow': 'publishes' cannot end at 'b', which is of the kind certificate",
    "'publishes' ends at queues.",
  ],
  [
    'replicates',
    'database',
    'cache',
    "flows[0].to of 'flow': 'replicates' cannot end at 'b', which is of the kind cache",
    "From 'a' 'replicates' ends at databases.",
  ],
])('%s from a %s to a %s is told with what the verb takes', (verb, from, to, message, hint) => {
  const placed = [
    { id: 'a', kind: from },
    { id: 'b', kind: to },
  ];
  expect(wrongWith(placed, verb)).toEqual([[message, hint]]);
});

test.each(verbNames)('nothing %s itself', (verb) => {
  const [kind] = verbEnds[verb].from;
  if (!kind) throw new Error('no kind');
  expect(wrongWith([{ id: 'a', kind }], verb)).toEqual([
    [`flows[0].to of 'flow': '${verb}' cannot end at 'a', where it starts`, undefined],
  ]);
});

test.each<[Kind, unknown[]]>([
  ['database', []],
  ['cache', [[expect.stringMatching(/cannot end at 'c', which is a cluster of caches$/), expect.anything()]]],
])('a cluster counts as its members: of the kind %s', (memberKind, expected) => {
  const placed: Placed[] = [
    { id: 'a', kind: 'database' },
    { id: 'one', kind: memberKind },
    { id: 'c', kind: 'cluster' },
  ];
  expect(wrongWith(placed, 'replicates', [{ id: 'c', memberKind, members: ['one'] }])).toEqual(expected);
});

/** What each kind may stand in, told anew. */
function holders(kind: Kind): readonly Kind[] {
  if (kind === 'record') return ['dns'];
  if (kind === 'availabilityZone') return ['region'];
  if (kind === 'failureDomain') return domainKinds;
  if (kind === 'server' || kind === 'zone') return ['zone'];
  if (kind === 'region' || looseKinds.includes(kind)) return [];
  return kind === 'firewall' ? [...placeKinds, ...runningKinds] : placeKinds;
}

test.each(pairs)('a %s stands in what can hold it, and in nothing else', (kind) => {
  for (const parent of pairs) {
    const wrong = wrongWith([
      { id: 'a', kind, parent: 'b' },
      { id: 'b', kind: parent },
    ]);
    expect([parent, wrong]).toEqual([parent, holders(kind).includes(parent) ? [] : [expect.anything()]]);
  }
  expect(wrongWith([{ id: 'a', kind }])).toEqual([]);
});

test('a cluster stands in nothing and holds nothing', () => {
  const placed: Placed[] = [
    { id: 'zone', kind: 'zone' },
    { id: 'one', kind: 'database', parent: 'c' },
    { id: 'c', kind: 'cluster', parent: 'zone' },
  ];
  expect(wrongWith(placed, undefined, [{ id: 'c', memberKind: 'database', members: ['one'] }])).toEqual([
    [
      expect.stringMatching(/'one', of the kind database, cannot stand in 'c', of the kind cluster$/),
      expect.anything(),
    ],
    [expect.stringMatching(/'c', of the kind cluster, cannot stand in 'zone'/), 'Clusters stand in nothing.'],
  ]);
});

test.each<[Kind, Kind, string]>([
  ['user', 'database', 'Users stand in nothing.'],
  ['record', 'zone', 'DNS records stand in a DNS zone.'],
  ['database', 'region', 'Databases stand in a zone or on a server, or in nothing.'],
  ['firewall', 'user', 'Firewalls stand in a place or at what they guard, or in nothing.'],
])('a %s in a %s is told with where it can stand', (kind, parent, hint) => {
  const placed = [
    { id: 'a', kind, parent: 'b' },
    { id: 'b', kind: parent },
  ];
  const message = `elements[0].parent of 'a': 'a', of the kind ${kind}, cannot stand in 'b', of the kind ${parent}`;
  expect(wrongWith(placed)).toEqual([[message, hint]]);
});
