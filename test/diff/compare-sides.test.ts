import type { Audit } from '../../src/audit/finding.js';
import { compareSides } from '../../src/diff/compare-sides.js';
import type { Side } from '../../src/diff/pair-audits.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { architecture } from '../../src/index.js';
import type { Environment } from '../../src/vocabulary/words.js';
import { audited } from './audited.js';

function model(name: string, environment?: Environment, servers = 1): Audit {
  const site = architecture(name, environment === undefined ? {} : { environment });
  for (let number = 1; number <= servers; number += 1) site.server(`server-${number}`);
  return inFile(`${name}.ts`, audited(site));
}

function inFile(file: string, audit: Audit): Audit {
  return { ...audit, model: createGraph({ ...audit.model, at: { file, line: 1, column: 1 } }) };
}

const whole = (...audits: Audit[]) => ({ audits, isWhole: true });
const partial = (...audits: Audit[]) => ({ audits, isWhole: false });
const named = (audits: readonly Audit[]) => audits.map(({ model: { name } }) => name);

test('models are the same by name and environment, whatever their order', () => {
  const { changed, unchanged, added, deleted } = compareSides(
    whole(model('A', 'staging'), model('A', 'test'), model('B')),
    whole(model('B', undefined, 2), model('A', 'test'), model('A', 'staging')),
  );
  expect(changed.map(({ head }) => head.model.name)).toEqual(['B']);
  expect(unchanged.map(({ base, head }) => [base.model.facts.environment, head.model.facts.environment])).toEqual([
    ['test', 'test'],
    ['staging', 'staging'],
  ]);
  expect([...added, ...deleted]).toEqual([]);
});

test('to say that a model is of production makes no other model of it', () => {
  const { changed, deleted } = compareSides(whole(model('A')), whole(model('A', 'production')));
  expect(changed[0]?.diff.facts).toEqual([{ path: 'environment', before: undefined, after: 'production' }]);
  expect(deleted).toEqual([]);
});

test('a model of one side only is new, or gone', () => {
  const { added, deleted, unpaired } = compareSides(whole(model('A'), model('B')), whole(model('B'), model('C')));
  expect(named(added.map(({ head }) => head))).toEqual(['C']);
  expect(named(deleted)).toEqual(['A']);
  expect(unpaired).toEqual({ base: [], head: [] });
});

test('where not all of the other side was read, nobody can say', () => {
  const { changed, added, deleted, unpaired } = compareSides(
    whole(model('A'), model('B')),
    partial(model('B', undefined, 2), model('C')),
  );
  expect(changed).toHaveLength(1);
  expect(deleted).toEqual([]);
  expect(named(unpaired.base)).toEqual(['A']);
  // All of the base is known: what it does not have is new.
  expect(named(added.map(({ head }) => head))).toEqual(['C']);
  expect(unpaired.head).toEqual([]);
});

test('two models that somebody names are compared whatever they are called', () => {
  const sides = [whole(model('A')), whole(model('B'))] as const;
  expect(compareSides(...sides, { areTwo: true }).changed).toHaveLength(1);
  expect(compareSides(...sides).changed).toEqual([]);
});

describe('a model that is gone, and a new one of the same file', () => {
  const shop = (name: string, environment?: Environment, servers = 4) =>
    inFile('shop.ts', model(name, environment, servers));
  const told = (base: Side, head: Side) => {
    const { changed, added, deleted } = compareSides(base, head);
    return {
      renamed: changed.map((pair) => `${pair.base.model.name} → ${pair.head.model.name}`),
      added: named(added.map(({ head: audit }) => audit)),
      deleted: named(deleted),
    };
  };

  test('are one under another name, among others that stay', () => {
    const [before, after] = [whole(shop('Shop'), shop('Bank')), whole(shop('Bank'), shop('Webshop', 'production', 5))];
    expect(told(before, after)).toEqual({ renamed: ['Shop → Webshop'], added: [], deleted: [] });
  });

  test('are two where another pair would do as well', () => {
    const apart = (base: readonly string[], head: readonly string[]) =>
      told(whole(...base.map((name) => shop(name))), whole(...head.map((name) => shop(name))));
    expect(apart(['A'], ['B', 'C'])).toEqual({ renamed: [], added: ['B', 'C'], deleted: ['A'] });
    expect(apart(['A', 'B'], ['C'])).toEqual({ renamed: [], added: ['C'], deleted: ['A', 'B'] });
  });

  test('are two in another environment, in another file, and where less than half is the same', () => {
    const apart = { renamed: [], added: ['B'], deleted: ['A'] };
    expect(told(whole(shop('A')), whole(shop('B', 'test')))).toEqual(apart);
    expect(told(whole(shop('A')), whole(inFile('bank.ts', model('B', undefined, 4))))).toEqual(apart);
    expect(told(whole(shop('A')), whole(shop('B', undefined, 9)))).toEqual(apart);
    expect(told(whole(shop('A', undefined, 9)), whole(shop('B')))).toEqual(apart);
  });

  test('nobody can pair where not all was read', () => {
    expect(told(partial(shop('A')), whole(shop('B')))).toEqual({ renamed: [], added: [], deleted: ['A'] });
    expect(told(whole(shop('A')), partial(shop('B')))).toEqual({ renamed: [], added: ['B'], deleted: [] });
  });
});

test('audits of other days are refused', () => {
  const later = { ...model('A'), today: '2027-01-01' as const };
  expect(() => compareSides(whole(model('A')), whole(later))).toThrow(
    new RangeError('Audits of one day are compared, and these are of 2026-11-21 and 2027-01-01.'),
  );
});

test('nothing at all on either side', () => {
  expect(compareSides(whole(), whole())).toEqual({
    changed: [],
    unchanged: [],
    added: [],
    deleted: [],
    unpaired: { base: [], head: [] },
  });
});
