import { architecture } from '../../../src/index.js';
import { watched } from '../fixtures/watched.js';
import { zones } from '../fixtures/zones.js';
import { expectGolden } from '../support/expect-golden.js';
import { boxesNamed, groupNamed, linesOf, sceneOf, sceneOfModel } from './build-scene.js';

const scene = sceneOfModel(watched(), 'monitoring');
const boxNamed = (name: string, of = scene) => boxesNamed(of, name)[0]!;

test('a shop that is watched in part is as expected', () => {
  expectGolden('watched/scene-monitoring.json', `${JSON.stringify(scene, null, 2)}\n`);
});

test('shows what runs, watches and is alerted, and neither people nor traffic', () => {
  const names = scene.boxes.map(({ name }) => name);
  for (const name of ['web', 'app 1', 'orders', 'prometheus', 'loki', 'pager', 'uptime']) expect(names).toContain(name);
  expect(names).not.toContain('visitor');
  expect(linesOf(scene)).toEqual([
    'prometheus, uptime → pager: alerts ×2 [operations]',
    'orders → loki: logs [operations]',
    'uptime → web: probes [operations]',
  ]);
});

describe('what is watched', () => {
  test('by many has an eye, and says what is sent to whom', () => {
    expect(boxNamed('app 1')).toMatchObject({ watched: true, facts: ['prometheus: cpu, memory, +1'] });
    expect(boxNamed('sessions')).toMatchObject({ watched: true, facts: ['by prometheus'] });
    expect(boxNamed('prometheus').watches).toBe(4);
    expect(boxNamed('app 1').description).toMatch(/prometheus watches it and gets cpu, memory and disk\.$/);
  });

  test('by an agent says so on the frame of its server', () => {
    expect(groupNamed(scene, 'front')).toMatchObject({ watched: true, detail: 'figures: metrics, logs' });
    expect(boxNamed('web')).not.toHaveProperty('pill');
  });

  test('names no monitor where there is one', () => {
    const site = architecture('One', { complete: ['monitoring'] });
    const server = site.server('server');
    server.cache('cache');
    server.agent('agent').reports(site.externalService('saas', { role: 'monitoring' }), { sends: ['metrics'] });
    expect(groupNamed(sceneOf(site, 'monitoring'), 'server')).toMatchObject({ watched: true, detail: 'metrics' });
  });
});

test('what a line says is not said again on the card that it leads to', () => {
  const site = architecture('Few');
  const webs = [1, 2, 3, 4].map((number) => site.webServer(`web ${number}`));
  const [many, few] = ['many', 'few'].map((name) => site.monitoringService(name));
  const prober = site.externalService('prober', { role: 'monitoring' });
  many!.watches(webs);
  few!.watches(webs[0]!);
  prober.probes(webs[0]!);
  const drawn = sceneOf(site, 'monitoring');
  expect(linesOf(drawn)).toEqual(['few → web 1: watches [operations]', 'prober → web 1: probes [operations]']);
  expect(boxNamed('web 1', drawn).facts).toEqual(['by many']);
  expect(boxNamed('web 1', drawn).description).toContain('Somebody asks from outside whether it answers.');
});

describe('what nothing watches', () => {
  test('has a word where the model tells all', () => {
    expect(boxNamed('app 4').pill).toEqual({ sort: 'not watched', text: 'not watched' });
    expect(boxNamed('app 4').description).toContain('Nothing watches it.');
  });

  test('stands on the server where nothing on it is watched, and logs alone are no watch', () => {
    expect(groupNamed(scene, 'dark')).toMatchObject({ pill: { sort: 'not watched' } });
    expect(boxNamed('orders')).not.toHaveProperty('pill');
    expect(boxNamed('orders').watched).toBe(false);
  });

  test('is not said to be unwatched where the model does not tell all', () => {
    const open = sceneOfModel(watched([]), 'monitoring');
    expect(boxNamed('app 4', open).pill).toMatchObject({ sort: 'not stated' });
    expect(groupNamed(open, 'dark')).toMatchObject({ pill: { sort: 'not stated' } });
    expect(boxNamed('figures', open)).not.toHaveProperty('pill');
  });
});

test('a monitor that alerts nobody says so', () => {
  expect(boxNamed('figures').pill).toMatchObject({ sort: 'alerts nobody' });
  expect(boxNamed('prometheus')).not.toHaveProperty('pill');
});

describe('the line below the title', () => {
  test.each([
    [
      ['monitoring', 'alerts', 'logs', 'probes'] as const,
      '5 of 8 elements are watched, 3 are not. Alerted: pager. Asked from outside: web.',
    ],
    [[] as const, '5 of 8 elements are watched, of 3 it is not stated. Alerted: pager. Asked from outside: web.'],
  ])('counts, for a model that tells all of %j', (complete, subtitle) => {
    const told = sceneOfModel(watched([...complete]), 'monitoring');
    expect(told.subtitle).toBe(subtitle);
    expect(told.description).toContain(subtitle);
  });

  test.each([
    [
      ['monitoring', 'alerts', 'probes'] as const,
      'Nothing watches any of the 2 elements. Nobody is alerted. Nobody asks from outside whether anything answers.',
    ],
    [
      [] as const,
      'The model does not state what watches its 2 elements. Who is alerted is not stated. Whether anybody asks from outside is not stated.',
    ],
  ])('says so where nothing watches, for a model that tells all of %j', (complete, subtitle) => {
    const site = architecture('Bare', { complete: [...complete] });
    const server = site.server('server');
    server.webServer('web');
    server.cache('cache');
    const bare = sceneOf(site, 'monitoring');
    expect(bare.subtitle).toBe(subtitle);
    expect(bare.boxes.map(({ name }) => name)).toEqual(['web', 'cache']);
  });
});

test('a group that is watched is watched with all its members, and is told to replicate elsewhere', () => {
  expect(sceneOfModel(zones(), 'monitoring').bundles.map(({ sort, style }) => [sort, style])).toEqual([
    ['traffic', 'operations'],
  ]);
});
