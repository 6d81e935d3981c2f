import { backupsOf, keepsBackups } from '../../../src/audit/questions/backups-of.js';
import { classesHeld, classesPassing } from '../../../src/audit/questions/classes-held.js';
import { losesWrites, replicationsOf } from '../../../src/audit/questions/replications.js';
import { rpoOf, shortest } from '../../../src/audit/questions/shortest.js';
import { storeGroups } from '../../../src/audit/questions/store-groups.js';
import { architecture, type Site } from '../../../src/index.js';
import { build } from '../../support/build.js';

const made = (site: Site, name: string) => site.database(name);
type Database = ReturnType<typeof made>;

/** Two copies in a cluster, a third elsewhere that copies the first, and a backup of the group. */
function clustered() {
  const site = architecture('shop');
  const [one, two, far] = ['one', 'two', 'far'].map((name) => site.database(name, { engine: 'mysql' }));
  const group = site.cluster('group', [one!, two!], { replication: 'synchronous', lagAlert: '5 s', rpo: '1 min' });
  two!.replicates(one!, { lagAlert: '1 s' });
  far!.replicates(one!, { replication: 'asynchronous' });
  group.backsUp(site.objectStore('vault', { holds: ['payment', 'public'] }));
  two!.backsUp(site.backupStore('tape'));
  site.appServer('app').writes(group, { carries: ['health', 'personal'] });
  return build(site)[0]!;
}

function grouped(model = clustered()) {
  const [databases, vault] = storeGroups(model, ['database', 'objectStore']);
  return { model, databases: databases!, vault: vault! };
}

test('a flow of replication speaks for itself, and its cluster where it does not and copies within it', () => {
  const { model, databases } = grouped();
  const said = replicationsOf(model, databases);
  expect(said.map(({ on, facts }) => [on.id, facts.replication, facts.lagAlert])).toEqual([
    ['two replicates one', 'synchronous', '1 s'],
    ['far replicates one', 'asynchronous', undefined],
  ]);
});

test('without flows the cluster speaks for its members', () => {
  const site = architecture('shop');
  const databases = ['one', 'two'].map((name) => site.database(name));
  site.cluster('group', databases, { replication: 'synchronous' });
  site.cluster('lone', [site.database('three')]);
  const model = build(site)[0]!;
  const [group, lone] = storeGroups(model, ['database']);
  expect(replicationsOf(model, group!)).toMatchObject([
    { on: { id: 'cluster/group' }, facts: { replication: 'synchronous' } },
  ]);
  expect(replicationsOf(model, lone!)).toEqual([]);
});

test.each([
  [{ replication: 'asynchronous' }, true],
  [{ replication: 'synchronous' }, false],
  [{ replication: 'synchronous', acknowledgements: 0 }, true],
  [{ replication: 'synchronous', degradesToAsynchronous: true }, true],
  [{ degradesToAsynchronous: false }, undefined],
  [{ acknowledgements: 1 }, false],
  [{}, undefined],
] as const)('whether %j loses writes: %s', (facts, lost) => {
  expect(losesWrites(facts)).toBe(lost);
});

test('backups are those of the members and of the cluster', () => {
  const { model, databases, vault } = grouped();
  expect(backupsOf(model, databases).map(({ to }) => to)).toEqual(['tape', 'vault']);
  expect(backupsOf(model, vault)).toEqual([]);
  expect([databases, vault].map((group) => keepsBackups(model, group))).toEqual([false, true]);
});

test('the shortest of some durations, whatever their units', () => {
  expect(shortest(['1 h', undefined, '90 s', '2 min'])).toBe('90 s');
  expect(shortest(['60 s', '1 min'])).toBe('60 s');
  expect(shortest([undefined])).toBeUndefined();
  expect(rpoOf(grouped().databases)).toBe('1 min');
  expect(rpoOf(grouped().vault)).toBeUndefined();
});

test('what is held is told by the store, what passes by those who use it', () => {
  const { model, databases, vault } = grouped();
  expect(classesHeld(vault)).toEqual(['public', 'payment']);
  expect(classesHeld(databases)).toBeUndefined();
  expect(classesPassing(model, databases)).toEqual(['personal', 'health']);
  expect(classesPassing(model, vault)).toEqual([]);
});

/** The primary of the only group of databases. */
function primaryIn(fill: (site: Site, one: Database, two: Database) => void) {
  const site = architecture('shop');
  fill(site, made(site, 'one'), made(site, 'two'));
  return storeGroups(build(site)[0]!, ['database']).map(({ primary }) => primary.id);
}

test.each<[string, Parameters<typeof primaryIn>[0], string]>([
  ['the first, where nothing is told', (site, one, two) => void site.cluster('both', [one, two]), 'one'],
  ['the writer of the group', (site, one, two) => void site.cluster('both', [one, two], { writer: two }), 'two'],
  ['what others copy', (_, one, two) => void one.replicates(two), 'two'],
  [
    'what others copy, whatever is written elsewhere',
    (site, one, two) => {
      one.replicates(two);
      site.appServer('app').writes(one);
    },
    'two',
  ],
  [
    'what is written to, where each copies the other',
    (site, one, two) => {
      one.replicates(two);
      two.replicates(one);
      site.appServer('app').writes(two);
      site.appServer('reader').reads(one);
    },
    'two',
  ],
  [
    'what is written to among what else is asked of it',
    (site, one, two) => {
      site.cluster('both', [one, two]);
      site.worker('report').reads(two);
      site.appServer('app').writes(two);
    },
    'two',
  ],
])('the primary is %s', (_, fill, primary) => {
  expect(primaryIn(fill)).toEqual([primary]);
});

test('members stand in the order of the model, whoever was met first', () => {
  const site = architecture('shop');
  const [one, two, three] = ['one', 'two', 'three'].map((name) => site.database(name));
  one!.replicates(three!);
  three!.replicates(two!);
  const model = build(site)[0]!;
  const [group] = storeGroups(model, ['database']);
  expect(group?.members.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  expect(group?.primary.id).toBe('two');
  expect(group).not.toHaveProperty('cluster');
});
