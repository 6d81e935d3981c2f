import fc from 'fast-check';
import { diffModels } from '../../src/diff/diff-models.js';
import type { Architecture } from '../../src/graph/architecture.js';
import { anyone, architecture, http, postgresql } from '../../src/index.js';
import { build } from '../support/build.js';

interface Given {
  /** Which of six applications write to it. */
  readonly users?: readonly number[];
  readonly readers?: readonly number[];
  readonly isEncrypted?: boolean;
  readonly isOpen?: boolean;
  readonly holds?: readonly 'personal'[];
  readonly host?: 'data' | 'other';
  readonly beside?: readonly string[];
  readonly isWatched?: boolean;
}

function site(name: string, given: Given): Architecture {
  const { users = [0, 1], readers = [], host = 'data', beside = [], isEncrypted, isOpen, isWatched, holds } = given;
  const shop = architecture('Shop');
  const certificate = shop.certificate('shop', { expires: '2027-06-30' });
  const servers = { data: shop.server('data'), other: shop.server('other') };
  const apps = [0, 1, 2, 3, 4, 5].map((number) => shop.server(`node-${number}`).appServer('app', { listens: http() }));
  const listens = isEncrypted ? postgresql({ tls: certificate }) : postgresql();
  const stores = [name, ...beside].map((called) =>
    servers[host].database(called, { listens, ...(holds && { holds }) }),
  );
  for (const store of stores) {
    for (const user of users) apps[user]!.writes(store);
    for (const reader of readers) apps[reader]!.reads(store);
  }
  const border = shop.firewall('border', { incoming: 'deny' });
  border.allows(anyone, isOpen ? [apps[0]!, ...stores] : apps[0]!);
  if (isWatched) shop.monitoringService('watcher').watches(stores);
  return build(shop)[0]!;
}

/** Whether the one is taken for the other, from both sides alike. */
function isRenamed(before: Given, after: Given): boolean {
  const models = [site('orders', before), site('purchases', after)] as const;
  const told = [diffModels(...models), diffModels(models[1], models[0])].map(({ elements }) => ({
    renamed: elements.changed.filter((change) => change.isRenamed).length,
    others: elements.added.filter(({ kind }) => kind === 'database').length,
  }));
  expect(told[0]?.renamed).toBe(told[1]?.renamed);
  return told[0]?.renamed === 1 && told[0].others === (after.beside?.length ?? 0);
}

test('a store under another name is the same with one neighbour more or less', () => {
  expect(isRenamed({}, { isEncrypted: true })).toBe(true);
  expect(isRenamed({}, { isOpen: true })).toBe(true);
  expect(isRenamed({}, { users: [0, 1, 2] })).toBe(true);
  expect(isRenamed({ users: [0] }, { users: [0], isEncrypted: true })).toBe(true);
  expect(isRenamed({ users: [0, 1, 2, 3] }, { users: [0, 1, 2, 3], isEncrypted: true, isOpen: true })).toBe(true);
});

test('what is new in its place is not the store that is gone', () => {
  expect(isRenamed({}, { holds: ['personal'], isEncrypted: true })).toBe(false);
  expect(isRenamed({}, { host: 'other', isEncrypted: true })).toBe(false);
  expect(isRenamed({}, { users: [0, 2] })).toBe(false);
  expect(isRenamed({ users: [0] }, { users: [], readers: [0] })).toBe(false);
  expect(isRenamed({ users: [0, 1] }, { users: [0, 1], isEncrypted: true, isOpen: true })).toBe(false);
});

test('that the same watcher looks after both says nothing', () => {
  expect(isRenamed({ users: [], isWatched: true }, { users: [0], isWatched: true })).toBe(false);
});

test('where a second one came or went nobody can say which it is', () => {
  expect(isRenamed({}, { isEncrypted: true, beside: ['returns'] })).toBe(false);
  expect(isRenamed({ beside: ['returns'] }, { isEncrypted: true })).toBe(false);
});

test('a firewall is known by what it lets through', () => {
  const guarded = (name: string, targets: readonly number[]) => {
    const shop = architecture('Shop');
    const apps = [0, 1, 2, 3].map((number) => shop.server(`node-${number}`).appServer('app', { listens: http() }));
    const wall = shop.firewall(name, { incoming: 'deny' });
    for (const target of targets) wall.allows(anyone, apps[target]!);
    return build(shop)[0]!;
  };
  const renamed = (before: readonly number[], after: readonly number[]) =>
    diffModels(guarded('border', before), guarded('edge', after)).elements.added.length === 0;
  expect(renamed([0, 1], [0, 1, 2])).toBe(true);
  expect(renamed([0, 1], [2, 3])).toBe(false);
});

test('whoever uses it, it is another store where more than one in three users came or went', () => {
  const users = fc.uniqueArray(fc.nat(5), { maxLength: 6 });
  fc.assert(
    fc.property(users, users, (before, after) => {
      const same = before.filter((user) => after.includes(user)).length;
      const other = before.length + after.length - 2 * same;
      expect(isRenamed({ users: before }, { users: after })).toBe(same > 0 && other <= Math.max(1, same / 2));
    }),
    { numRuns: 40 },
  );
});
