import { architecture, each } from '../../../src/index.js';
import { stores } from '../fixtures/stores.js';
import { expectGolden } from '../support/expect-golden.js';
import { boxesNamed, bundleLabelled, groupNamed, linesOf, sceneOf, sceneOfModel } from './build-scene.js';

const scene = sceneOfModel(stores(), 'data');
const boxNamed = (name: string, of = scene) => boxesNamed(of, name)[0]!;

test('a shop of several stores is as expected', () => {
  expectGolden('stores/scene-data.json', `${JSON.stringify(scene, null, 2)}\n`);
});

test('shows stores, who uses them and where data go, and neither people nor edge nor guards', () => {
  const names = scene.boxes.map(({ name }) => name).sort();
  expect(names).toEqual(['bank', 'cache', 'files', 'orders', 'orders copy', 'pgpool', 'report', 'shop', 'vault']);
  expect(scene.groups.some(({ guarded }) => guarded)).toBe(false);
});

test('lines say what is done, and with data of which class', () => {
  expect(linesOf(scene).sort()).toEqual([
    'orders → orders copy: asynchronous · no lag alert [replication]',
    'orders → vault: every 1 day · never restored [operations]',
    'pgpool → orders, orders copy: payment, personal [unknown]',
    'report → files: reads [unknown]',
    'report → orders copy: reads · payment, personal [encrypted]',
    'shop → bank: payment [unknown]',
    'shop → cache: writes [unknown]',
    'shop → orders: reads, writes · payment, personal [unknown]',
    'shop → pgpool: payment, personal [unknown]',
  ]);
  expect(bundleLabelled(scene, 'every 1 day · never restored')!.description).toBe(
    'From orders to vault: backs up to, every 1 day · never restored, personal and payment data, kept for 30 days, encrypted before it leaves.',
  );
});

describe('a store', () => {
  test('tells classes, encryption at rest, and what may be lost', () => {
    expect(boxNamed('orders').facts).toEqual(['payment, personal', 'encrypted at rest · RPO 1 h, RTO 4 h']);
    expect(boxNamed('vault').facts).toEqual(['payment, personal', 'encrypted at rest']);
    expect(boxNamed('orders').description).toBe(
      'orders: primary database, PostgreSQL. It holds personal and payment data. It is encrypted at rest. RPO 1 h, RTO 4 h.',
    );
    expect(boxNamed('files').facts).toEqual(['public · not encrypted at rest']);
  });

  test('has a word where it has no backup', () => {
    expect(scene.boxes.flatMap(({ name, pill }) => (pill ? [[name, pill.text]] : []))).toEqual([
      ['files', 'no backup'],
    ]);
    expect(boxNamed('files').description).toContain('It has no backup.');
  });

  test('is not said to have none where the model does not tell all backups', () => {
    const site = architecture('Untold');
    site.database('db');
    const untold = sceneOf(site, 'data');
    expect(boxNamed('db', untold)).not.toHaveProperty('pill');
    expect(boxNamed('db', untold)).not.toHaveProperty('facts');
    expect(boxNamed('db', untold).description).toBe(
      'db: database. Of which class its data are is not stated. Whether it is encrypted at rest is not stated. Whether it has a backup is not stated.',
    );
    expect(untold.subtitle).toBe('1 store. Not stated: data classes of 1, backups of 1, encryption at rest of 1.');
  });
});

describe('copies', () => {
  test('say what their group says', () => {
    const site = architecture('Group');
    const zone = site.zone('data');
    const members = [1, 2].map((number) => zone.database(`db ${number}`));
    const [first] = members;
    site.cluster('db', members, {
      writer: first!,
      replication: 'synchronous',
      degradesToAsynchronous: true,
      lagAlert: '10 s',
    });
    expect(linesOf(sceneOf(site, 'data'))).toEqual(['db 1 → db 2: sync, else async · lag alert 10 s [replication]']);
  });

  test('that follow each other are told by their frame', () => {
    const site = architecture('Group');
    const zone = site.zone('data');
    const queues = [1, 2, 3].map((number) => zone.queue(`queue ${number}`));
    const group = site.cluster('queue', queues, {
      mode: 'active-active',
      replication: 'synchronous',
      lagAlert: '30 s',
    });
    each([zone.worker('worker')]).consumes(group);
    expect(groupNamed(sceneOf(site, 'data'), 'queue')!.detail).toBe('sync copies · lag alert 30 s');
  });

  test('of an untold sort say that', () => {
    const site = architecture('Copies');
    site.database('copy').replicates(site.database('db'));
    expect(linesOf(sceneOf(site, 'data'))).toEqual(['db → copy: sort not stated [replication]']);
  });
});

test('the line below the title counts what is stored and what is not stated', () => {
  expect(scene.subtitle).toBe(
    '3 stores and 1 copy, 1 backed up, 1 without a backup. Not stated: encryption at rest of 1.',
  );
  expect(sceneOf(architecture('Empty'), 'data')).toMatchObject({ boxes: [], subtitle: 'The model tells of no store.' });
});
