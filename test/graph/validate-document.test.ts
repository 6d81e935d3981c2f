import type { ArchitectureDocument } from '../../src/graph/architecture.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { validateDocument } from '../../src/graph/validate-document.js';
import { shop, spoiled } from './document.js';

test('a document in which all is right is given back, as a copy', () => {
  const result = validateDocument(shop());
  expect(result).toEqual({ document: shop() });
  expect('document' in result && createGraph(result.document).hostOf(result.document.elements[4]!)?.id).toBe('front');
});

test.each<[string, string, unknown, RegExp, RegExp?]>([
  ['another format', 'format', 'x', /^format: expected 'stanchion-architecture', got 'x'$/],
  ['a later version', 'version', 2, /^version: expected version 1/],
  ['no elements', 'elements', undefined, /^the document: 'elements' is missing$/],
  ['elements that are no list', 'elements', {}, /^elements: expected a list, got an object$/],
  ['an element that is none', 'elements.0', 5, /^elements\[0\]: expected an element/],
  ['an element without a kind', 'elements.0.kind', undefined, /^elements\[0\]: 'kind' is missing$/],
  [
    'a kind that is none',
    'elements.6.kind',
    'databse',
    /^elements\[6\]\.kind of 'one': expected one of 'user'/,
    /Did you mean 'database'\?/,
  ],
  ['a name that is empty', 'elements.0.name', '', /expected a name that is not empty/],
  ['a name of 10,000 characters', 'elements.0.name', 'x'.repeat(10_000), /at most 1000 characters, got 'x{79}…'$/],
  ['a name with a line break', 'elements.0.name', 'a\nb', /one line, without control characters, got 'a\\nb'/],
  ["a name with a terminal's escape", 'elements.0.name', 'a\u001b[31m', /without control characters/],
  ['half a character', 'elements.0.name', '\ud83e', /expected a name of one line/],
  [
    'a fact of another kind',
    'elements.4.facts.engine',
    'mysql',
    /^elements\[4\]\.facts\.engine of 'front\/web': a web server has no fact 'engine'$/,
    /fact of clusters, databases/,
  ],
  [
    'a fact that is none',
    'elements.6.facts.retnetion',
    '3 days',
    /a database has no fact 'retnetion'/,
    /Did you mean 'retention'\?/,
  ],
  ['a duration without a unit', 'flows.1.facts.timeout', '2', /expected a duration such as '15 min'.*, got '2'/],
  ['a size of another unit', 'elements.3.facts.memory', '16 GB', /expected a size such as '16 GiB', got '16 GB'/],
  ['a day that is none', 'facts.reviewed', '2026-02-30', /expected a day of the calendar/],
  [
    'a word that is none',
    'flows.2.facts.carries.0',
    'persnal',
    /expected one of 'public'/,
    /Did you mean 'personal'\?/,
  ],
  ['a country in small letters', 'elements.1.facts.country', 'fr', /two capital letters/],
  ['a ratio above one', 'journeys.0.objective', 99.9, /ratio between 0 and 1/],
  ['no number', 'elements.8.facts.need', Number.NaN, /expected a number/],
  ['a port that is none', 'elements.4.listeners.0.port', 70_000, /port between 1 and 65535/],
  [
    'a range upside down',
    'elements.4.facts.instances',
    { min: 3, max: 1 },
    /whole number from 1, or \{ min, max \}|min is not above/,
  ],
  ['a failover of another time', 'elements.8.facts.failover', 'automatic', /'none', 'manual' or \{ by, within \}/],
  ['rules on what is no firewall', 'elements.4.rules', [], /nothing is known as 'rules' here/],
  ['a reason left empty', 'waivers.0.because', '', /expected a reason/],
  [
    'a key called __proto__',
    'facts',
    JSON.parse('{"__proto__": {"summary": "x"}}'),
    /nothing is known as '__proto__' here/,
  ],
])('%s', (_, path, value, message, ...[hint]) => {
  const result = validateDocument(spoiled(path, value), 'shop.json');
  expect(result).toMatchObject({ problems: [{ message: expect.stringMatching(message) }] });
  if (hint) expect('problems' in result && result.problems[0]?.hint).toMatch(hint);
});

test.each<[string, string, unknown, RegExp, RegExp?]>([
  ['an id that stands twice', 'elements.7.id', 'one', /^elements\[7\]\.id of 'one': two elements have the id 'one'$/],
  [
    'a parent that does not exist',
    'elements.4.parent',
    'frnot',
    /there is no element 'frnot'/,
    /Did you mean 'front'\?/,
  ],
  ['an element in itself', 'elements.3.parent', 'front', /'front' stands inside itself/],
  ['elements in one another', 'elements.3.parent', 'front/web', /'front' stands inside itself/],
  [
    'standing in what is no domain',
    'elements.3.facts.standsIn',
    ['one'],
    /'one', which is a database and no failure domain/,
  ],
  [
    'a certificate that does not exist',
    'elements.4.listeners.1.tls.certificate',
    'x',
    /listeners\[1\]\.tls\.certificate .*no element 'x'/,
  ],
  [
    'a rule for what does not exist',
    'elements.5.rules.0.to.0.element',
    'x',
    /rules\[0\]\.to\[0\]\.element .*no element 'x'/,
  ],
  ['a flow from nowhere', 'flows.0.from', 'visitor', /there is no element 'visitor'/],
  [
    'a listener that does not exist',
    'flows.0.listener',
    'secrue',
    /'front\/web' has no listener 'secrue'/,
    /Did you mean 'secure'\?/,
  ],
  [
    'a listener that a rule names and that does not exist',
    'elements.5.rules.0.to.0.listener',
    'secrue',
    /rules\[0\]\.to\[0\]\.listener .*'front\/web' has no listener 'secrue'/,
    /Did you mean 'secure'\?/,
  ],
  ['a block of too many bits', 'elements.5.rules.0.from.0', { cidr: '10.0.0.0/33' }, /an address block such as/],
  ['a block of no address', 'elements.5.rules.0.from.0', { cidr: '999.1.1.1/24' }, /an address block such as/],
  ['a pool that does not exist', 'flows.1.pool', 'pool/2', /there is no pool 'pool\/2'|does not name this pool/],
  ['a pool of a flow that does not exist', 'pools.0.flows.0', 'x', /there is no flow 'x'|does not list this flow/],
  ['a flow twice in a pool', 'pools.0.flows.1', 'front/web reads one', /has the same flow twice/],
  ['a member twice', 'clusters.0.members.1', 'one', /has the same member twice/],
  ['a cluster of clusters', 'clusters.0.memberKind', 'cluster', /members are single elements/],
  ['a pool that needs more than it has', 'pools.0.need', 3, /needs 3 of its 2 members/],
  ['a pool that needs one and a half', 'pools.0.need', 1.5, /whole number, or a share below 1/],
  ['weights for others', 'pools.0.weights', [1], /1 weights for 2 flows/],
  ['a pool of mixed kinds', 'flows.1.to', 'front', /mixes servers and databases/],
  ['a pool of another verb', 'pools.0.verb', 'writes', /another verb or another source/],
  ['a cluster without an element', 'clusters.0.id', 'x', /is no element of kind cluster|has no members/],
  ['a cluster of mixed kinds', 'clusters.0.members.1', 'front', /one of databases, but 'front' is a server/],
  ['a cluster that needs more than it has', 'elements.8.facts.need', 3, /needs 3 of its 2 members/],
  ['a writer from outside', 'elements.8.facts.writer', 'front', /has the writer 'front', which is none of its members/],
  ['a successor that does not exist', 'elements.8.facts.failover.by', 'x', /failover\.by .*no element 'x'/],
  ['a view of nothing that there is', 'views.0.include.0', 'x', /there is no element 'x'/],
  ['a view without something that there is not', 'views.0.exclude.0', 'tow', /'tow'/, /Did you mean 'two'\?/],
  ['a view like none', 'views.0.like', 'overwiev', /expected one of 'overview'/, /Did you mean 'overview'\?/],
  ['a view that every model has', 'views.0.name', 'overview', /every model has a view 'overview'/, /another name/],
  [
    'two views of one name',
    'views',
    [
      { name: 'one', like: 'overview' },
      { name: 'one', like: 'deployment' },
    ],
    /^views\[1\].name: two views have the name 'one'$/,
  ],
  ['a journey to nowhere', 'journeys.0.to', 'x', /there is no element 'x'/],
  ['a waiver for nothing', 'waivers.0.element', 'x', /there is no element 'x'/],
])('%s', (_, path, value, message, ...[hint]) => {
  const result = validateDocument(spoiled(path, value), 'shop.json');
  if (!('problems' in result)) throw new Error('it passed');
  expect(result.problems.map((problem) => problem.message)).toContainEqual(expect.stringMatching(message));
  if (hint) expect(result.problems.map((problem) => problem.hint)).toContainEqual(expect.stringMatching(hint));
});

test.each([undefined, null, 5, 'x', [], {}])('what is no document at all, such as %j', (value) => {
  expect(validateDocument(value)).toMatchObject({ problems: expect.arrayContaining([expect.anything()]) });
});

test('a problem stands where the author wrote the element, else in the file', () => {
  const wrong = (path: string): unknown => {
    const result = validateDocument(spoiled(path, 'x'), 'shop.json');
    return 'problems' in result && result.problems[0];
  };
  expect(wrong('elements.4.parent')).toMatchObject({ file: 'shop.ts', line: 7, column: 3 });
  expect(wrong('elements.5.parent')).toMatchObject({ file: 'shop.json' });
});

test('a file that is wrong throughout says so a hundred times, not ten thousand', () => {
  const elements = Array.from({ length: 10_000 }, (_, index) => ({
    id: `${index}`,
    kind: 'server',
    name: 'x',
    facts: { memory: 1 },
  }));
  const result = validateDocument({ ...shop(), elements });
  expect('problems' in result && result.problems).toHaveLength(101);
  expect('problems' in result && result.problems.at(-1)?.message).toMatch(/and 9900 more/);
});

function chain(length: number): ArchitectureDocument {
  const elements = Array.from({ length }, (_, index) => ({
    id: `${index}`,
    kind: 'zone' as const,
    name: 'x',
    ...(index > 0 ? { parent: `${index - 1}` } : {}),
    facts: {},
  }));
  return { ...shop(), elements, flows: [], pools: [], clusters: [], journeys: [], waivers: [], views: [] };
}

test('places are nested 100 deep at most; what is deeper is told once, at the first of them', () => {
  expect(validateDocument(chain(101))).toHaveProperty('document');
  expect(validateDocument(chain(20_000))).toMatchObject({
    problems: [{ message: "elements[101].parent of '101': '101' stands in more than 100 places" }],
  });
  const { elements } = chain(20_000);
  expect(validateDocument({ ...chain(1), elements: [...elements].reverse() })).toMatchObject({
    problems: [{ message: expect.stringMatching(/'101' stands in more than 100 places/) }],
  });
});

test('names that are many and wrong are told in time', () => {
  const listeners = Array.from({ length: 10_000 }, (_, index) => ({
    name: `listener${index}`,
    protocol: 'tcp' as const,
  }));
  const elements = [{ id: 'web', kind: 'webServer' as const, name: 'web', facts: {}, listeners }];
  const flows = Array.from({ length: 3_000 }, (_, index) => {
    return {
      id: `${index}`,
      verb: 'calls' as const,
      from: 'web',
      to: 'web',
      listener: `no${index}`,
      pool: `p${index}`,
      facts: {},
    };
  });
  const result = validateDocument({ ...chain(1), elements, flows });
  expect('problems' in result && result.problems).toHaveLength(101);
});
