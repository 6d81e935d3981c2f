import type { Bundle, Note, Scene } from '../../../src/draw/scene/scene.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { architecture, each, http, https, mysql } from '../../../src/index.js';
import { build } from '../../support/build.js';
import { hostile } from '../fixtures/hostile.js';
import { threeServers } from '../fixtures/three-servers.js';
import { zones } from '../fixtures/zones.js';
import { failing } from '../support/failing.js';
import { boxesNamed, boxOf, groupNamed } from './build-scene.js';

/** `haproxy → nginx, nginx [cut]`, in the order of the scene. */
function linesWithStates(scene: Scene): string[] {
  const names = (ids: readonly string[]) => ids.map((id) => boxOf(scene, id).name).join(', ');
  return scene.bundles.map(
    ({ sources, targets, state = 'alive' }) => `${names(sources)} → ${names(targets)} [${state}]`,
  );
}

function statesOf(scene: Scene, name: string): unknown[] {
  return boxesNamed(scene, name).map(({ state }) => state);
}

function told(scene: Scene): string[] {
  return (scene.notes ?? []).map(({ pill, text }: Note) => `${pill ?? ''}: ${text}`);
}

function cutBundles({ bundles }: Scene): readonly Bundle[] {
  return bundles.filter(({ state }) => state === 'cut');
}

/** Visitor → balancer → web servers of one tier, of which each has an application to itself. */
function farm(servers: number): Architecture {
  const site = architecture('farm');
  const lb = site.loadBalancer('lb', { listens: http() });
  site.user('visitor').visits(lb);
  const tier = site.servers(servers, 'web', (server) => ({
    nginx: server.webServer('nginx', { listens: http({ port: 8080 }) }),
    php: server.appServer('php', { listens: http({ port: 9000 }) }),
  }));
  lb.balances(each(tier).nginx);
  for (const { nginx, php } of tier) nginx.forwards(php);
  return build(site)[0]!;
}

/** One database with a replica that an arbiter lets take over. */
function pair(): Architecture {
  const site = architecture('pair');
  const arbiter = site.coordinator('arbiter');
  const app = site.appServer('app', { listens: http() });
  const [primary, replica] = ['primary', 'replica'].map((name) =>
    site.database(name, { engine: 'mysql', listens: mysql({ tls: false }) }),
  );
  replica!.replicates(primary!, { failover: { by: arbiter, within: '30 s' } });
  site.user('visitor').visits(app);
  app.writes(primary!);
  return build(site)[0]!;
}

describe('the states of cards and frames', () => {
  test('tell the cause from what died of it, and both from what is untouched', () => {
    const scene = failing(threeServers(), ['server-1']);
    expect(groupNamed(scene, 'server-1')?.state).toBe('failed');
    expect(statesOf(scene, 'mysql')).toEqual(['dead', 'untouched', 'untouched']);
    expect(statesOf(scene, 'shop.example')).toEqual(['untouched']);
    expect(scene.boxes.every(({ state }) => state !== undefined)).toBe(true);
  });

  test('a frame without a state of its own is muted only where nothing happened in it', () => {
    const scene = failing(zones(), ['inside/host1']);
    expect(groupNamed(scene, 'inside')?.state).toBeUndefined();
    expect(groupNamed(scene, 'eu-central')?.state).toBeUndefined();
    expect(groupNamed(scene, 'management')?.state).toBe('untouched');
  });

  test('what is no card shows in what it takes down, and is named', () => {
    const scene = failing(zones(), ['region/eu-central/zone a']);
    expect(groupNamed(scene, 'host1')?.state).toBe('dead');
    expect(scene.subtitle).toContain("With 'zone a' failed:");
    const provider = failing(zones(), ['provider/Hetzner']);
    expect(provider.title).toBe('Payments — what if Hetzner fails?');
    expect(groupNamed(provider, 'eu-central')?.state).toBe('dead');
  });

  test('the reason stands in the description', () => {
    const scene = failing(threeServers(), ['server-1']);
    expect(groupNamed(scene, 'server-1')?.description).toContain('It is what failed.');
    expect(boxesNamed(scene, 'mysql')[0]!.description).toContain(
      "It does not work. It stands on 'server-1', which failed.",
    );
    expect(boxesNamed(scene, 'shop.example')[0]!.description).toContain('Nothing happens to it.');
    const [, limping] = boxesNamed(failing(zones(), ['inside/host1/app']), 'web');
    expect(limping!.description).toContain('It works, worse off.');
  });

  test('findings keep out of the picture', () => {
    const scene = failing(threeServers(), ['server-1']);
    expect(scene.marks).toEqual([]);
    expect([...scene.boxes, ...scene.groups, ...scene.bundles].flatMap(({ marks }) => marks)).toEqual([]);
  });
});

describe('folding', () => {
  test('never hides what is dead among what is alive', () => {
    const scene = failing(farm(24), ['web-7', 'web-9']);
    const folded = boxesNamed(scene, 'nginx').map(({ count, state }) => [count, state]);
    expect(folded).toEqual([
      [22, 'untouched'],
      [1, 'dead'],
      [1, 'dead'],
    ]);
    expect(scene.groups.filter(({ state }) => state === 'failed')).toHaveLength(2);
  });

  test('still folds what shares its fate', () => {
    const scene = failing(farm(24), ['lb']);
    expect(boxesNamed(scene, 'nginx').map(({ count, state }) => [count, state])).toEqual([[24, 'untouched']]);
  });
});

describe('lines', () => {
  test('are cut where an end is down or the flow cannot be taken, and are never drawn as one with others', () => {
    const scene = failing(farm(3), ['web-1']);
    expect(linesWithStates(scene)).toEqual([
      'visitor → lb [alive]',
      'lb → nginx [cut]',
      'lb → nginx, nginx [alive]',
      'nginx → php [cut]',
      'nginx → php [untouched]',
      'nginx → php [untouched]',
    ]);
  });

  test('of people who are cut off are cut where they lead nowhere, not where a name is looked up', () => {
    const before = linesWithStates(failing(zones(), []));
    const lookUp = 'customers → pay.example';
    expect(before).toEqual(expect.arrayContaining([`${lookUp} [untouched]`, 'customers → border [untouched]']));
    const scene = failing(zones(), ['edge/lb1', 'edge/lb2']);
    expect(statesOf(scene, 'customers')).toEqual(['dead']);
    const lines = linesWithStates(scene);
    expect(lines).toEqual(
      expect.arrayContaining([`${lookUp} [alive]`, 'customers → border [cut]', 'border → lb1 [cut]']),
    );
  });

  test('through something that is down are cut over their whole length', () => {
    const site = architecture('site');
    const bastion = site.bastion('bastion');
    const app = site.appServer('app');
    const files = site.objectStore('files');
    site.user('visitor').visits(app);
    app.writes(files, { through: [bastion], optional: true });
    const [model] = build(site);
    expect(linesWithStates(failing(model!, ['bastion']))).toEqual([
      'visitor → app [alive]',
      'app → bastion [cut]',
      'bastion → files [cut]',
    ]);
  });

  test('whose certificate has run out are cut, and the certificate is named', () => {
    const site = architecture('site');
    const certificate = site.certificate('www', { expires: '2027-01-31' });
    site.user('visitor').visits(site.webServer('web', { listens: https(certificate) }));
    const model = build(site)[0]!;
    expect(cutBundles(failing(model, [], '2027-01-31'))).toEqual([]);
    const scene = failing(model, [], '2027-02-01');
    expect(cutBundles(scene)).toHaveLength(1);
    expect(scene.title).toBe('site — what has run out by 2027-02-01?');
    expect(scene.subtitle).toContain("With 'www' run out by 2027-02-01:");
    expect(failing(model, ['web'], '2027-02-01').subtitle).toContain(
      "With 'web' failed and 'www' run out by 2027-02-01:",
    );
  });

  test('say once what is cut beside what is not, and that it is', () => {
    const scene = failing(farm(3), ['web-1']);
    const [alive, cut] = [false, true].map((isCut) =>
      scene.bundles.find(
        ({ sources, state }) => boxOf(scene, sources[0]!).name === 'lb' && (state === 'cut') === isCut,
      ),
    );
    expect([alive!.label, cut!.label]).toEqual(['HTTP 8080 ×2', '']);
    expect(cut!.description).toMatch(/It is cut off\.$/);
    const all = failing(farm(3), ['lb']);
    expect(cutBundles(all).map(({ label }) => label)).toContain('HTTP 8080 ×3');
  });

  test('lead to the replica that takes over, and to none where nothing lets it', () => {
    const scene = failing(pair(), ['primary']);
    expect(linesWithStates(scene)).toContain('app → replica [alive]');
    expect(scene.bundles.map(({ label }) => label)).toContain('MySQL · takes over');
    const both = failing(pair(), ['primary', 'arbiter']);
    expect(linesWithStates(both)).not.toContain('app → replica [alive]');
  });

  test('lead to the member of a group that takes over, and to none where nothing lets it', () => {
    const stuck = failing(zones(), ['data/db1']);
    expect(stuck.bundles.filter(({ label }) => label.includes('takes over'))).toEqual([]);
    const site = architecture('group');
    const arbiter = site.coordinator('arbiter');
    const members = [1, 2].map((number) => site.loadBalancer(`lb${number}`, { listens: http() }));
    const group = site.cluster('entry', members, { mode: 'active-passive', failover: { by: arbiter } });
    site.user('visitor').visits(group);
    const model = build(site)[0]!;
    expect(failing(model, ['lb1']).bundles.map(({ label }) => label)).toContain('HTTP · takes over');
    expect(failing(model, []).bundles.map(({ label }) => label)).toContain('HTTP · standby');
  });
});

describe('the words', () => {
  test('the line below the title gives cause, verdict and casualties', () => {
    expect(failing(pair(), ['app']).subtitle).toBe(
      "With 'app' failed: 'visitor' can no longer write to 'primary'; 2 of 5 elements are down.",
    );
    expect(failing(pair(), ['primary']).subtitle).toMatch(
      /^With 'primary' failed: 'visitor' can still write to 'primary'.*; the last writes to 'primary' may be lost; /,
    );
  });

  test('several causes are named in title and subtitle', () => {
    const scene = failing(pair(), ['app', 'primary', 'replica']);
    expect(scene.title).toBe('pair — what if app, primary and replica fail?');
    expect(scene.subtitle).toContain("With 'app', 'primary' and 'replica' failed:");
    expect(scene.subtitle).toContain("what 'primary' and 'replica' held is lost");
  });

  test('names that several have are told apart', () => {
    expect(failing(threeServers(), ['server-2/mysql']).title).toBe('Shop — what if mysql on server-2 fails?');
    expect(failing(threeServers(), ['dns/shop.example']).title).toBe('Shop — what if DNS zone shop.example fails?');
  });

  test('what the model does not have is left out', () => {
    const scene = failing(pair(), ['no such thing']);
    expect(scene.title).toBe('pair — what if nothing fails?');
    expect(scene.subtitle).toContain('With nothing failed:');
    expect(scene.boxes.every(({ state }) => state === 'untouched')).toBe(true);
  });

  test('the list gives journeys, the worst first, then each reason once', () => {
    expect(told(failing(pair(), ['app']))).toEqual([
      "broken: 'visitor' can no longer write to 'primary'.",
      "cut off: visitor: It visits 'app', which failed.",
    ]);
    const notes = told(failing(threeServers(), ['server-1']));
    expect(notes.filter((text) => text.includes("It stands on 'server-1', which failed."))).toHaveLength(1);
  });

  test('the list is bounded, and says how much it leaves out', () => {
    const site = architecture('many');
    const hub = site.database('hub');
    const visitor = site.user('visitor');
    for (let number = 1; number <= 40; number++) {
      const app = site.appServer(`app ${number}`, { listens: http() });
      app.writes(hub);
      visitor.visits(app);
      site.webServer(`web ${number}`, { listens: http() }).forwards(app);
    }
    const { notes = [] } = failing(build(site)[0]!, ['hub']);
    expect(notes.length).toBeLessThanOrEqual(22);
    expect(notes.at(-1)!.text).toMatch(/^and \d+ reasons more\.$/);
  });

  test('whoever hears the picture is told all of it', () => {
    const { description, subtitle, notes = [] } = failing(threeServers(), ['server-1']);
    expect(description.startsWith(subtitle)).toBe(true);
    for (const { text } of notes) expect(description).toContain(text);
    expect(description).not.toContain('finding');
  });

  test('endless and evil names neither break the line nor push the verdict away', () => {
    const model = hostile();
    for (const { id } of model.elements) {
      const { title, subtitle } = failing(model, [id]);
      expect(title.length).toBeLessThan(200);
      expect(subtitle).toMatch(/\d+ of 20 elements (?:is|are) down/);
      expect(subtitle.length).toBeLessThan(300);
      expect(subtitle).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
    }
  });
});

test('two failures of one model have ids of their own, the same failure always the same', () => {
  const model = threeServers();
  const digests = [['server-1'], ['server-2'], ['server-1', 'server-2'], ['server-1']].map(
    (fails) => failing(model, fails).digest,
  );
  expect(new Set(digests).size).toBe(3);
  expect(digests[3]).toBe(digests[0]);
  expect(failing(model, ['server-1']).footer).toBe(failing(model, ['server-2']).footer);
});
