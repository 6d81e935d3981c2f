import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { diffFindings } from '../../../src/diff/diff-findings.js';
import { diffModels } from '../../../src/diff/diff-models.js';
import { changeScene } from '../../../src/draw/scene/change/change-scene.js';
import type { Bundle, Scene } from '../../../src/draw/scene/scene.js';
import type { Element, Flow } from '../../../src/graph/architecture.js';
import { architecture, each, http, https, mysql } from '../../../src/index.js';
import { auditModel } from '../../../src/pipeline.js';
import { build } from '../../support/build.js';
import { hostile } from '../fixtures/hostile.js';
import { threeServers } from '../fixtures/three-servers.js';
import { zones } from '../fixtures/zones.js';
import { changing, edited } from '../support/changing.js';
import { boxesNamed, boxOf, framesRound, groupNamed } from './build-scene.js';

const server4: Element = {
  id: 'server-4',
  kind: 'server',
  name: 'server-4',
  tier: 'server',
  facts: { os: 'Debian 12' },
};
const web4: Element = { id: 'server-4/web', kind: 'webServer', name: 'web', parent: 'server-4', facts: {} };
const toWeb4: Flow = {
  id: 'lb1 balances server-4/web',
  verb: 'balances',
  from: 'loadBalancer/lb1',
  to: 'server-4/web',
  facts: {},
};

function grown(): Scene {
  const before = threeServers();
  const from = before.byKind.loadBalancer[0]!.id;
  return changing(before, edited(before, { elements: [server4, web4], flows: [{ ...toWeb4, from }] }));
}

function stateOf(scene: Scene, name: string): (string | undefined)[] {
  return boxesNamed(scene, name).map(({ state }) => state);
}

/** `lb1 → web: HTTP 8080 [added]`. */
function lines(scene: Scene, ...states: Bundle['state'][]): string[] {
  const names = (ids: readonly string[]) => ids.map((id) => boxOf(scene, id).name).join(', ');
  return scene.bundles
    .filter(({ state }) => states.includes(state))
    .map(({ sources, targets, label, state }) => `${names(sources)} → ${names(targets)}: ${label} [${state}]`);
}

function notes(scene: Scene): string[] {
  return (scene.notes ?? []).map(({ pill, text }) => `${pill ?? ''}: ${text}`);
}

test('of a model and itself everything is untouched, and the line below the title says so', () => {
  const scene = changing(zones(), zones());
  expect(scene.subtitle).toBe('Nothing changes.');
  expect(new Set([...scene.boxes, ...scene.groups, ...scene.bundles].map(({ state }) => state))).toEqual(
    new Set(['untouched']),
  );
  expect(scene.notes).toEqual([]);
});

describe('what is new', () => {
  test('is added with its frame and its lines, and all else untouched', () => {
    const scene = grown();
    expect(scene.subtitle).toBe('2 added.');
    expect(groupNamed(scene, 'server-4')?.state).toBe('added');
    expect(stateOf(scene, 'web').sort()).toEqual(['added', 'untouched', 'untouched', 'untouched']);
    expect(lines(scene, 'added', 'removed', 'changed')).toEqual(['lb1 → web:  [added]']);
  });

  test('is in the list where it has neither card nor frame', () => {
    const before = threeServers();
    const certificate: Element = { id: 'certificate/new', kind: 'certificate', name: 'new', facts: {} };
    expect(notes(changing(before, edited(before, { elements: [certificate] })))).toEqual(["added: certificate 'new'."]);
  });
});

describe('what is gone', () => {
  test('stands where it stood, under the places that are still there', () => {
    const before = zones();
    const renamed = before.elements.find(({ name }) => name === 'management')!;
    const scene = changing(before, edited(before, { without: [`${renamed.id}/metrics`] }));
    const [gone] = boxesNamed(scene, 'metrics');
    expect(gone?.state).toBe('removed');
    expect(framesRound(scene, gone!)[0]).toBe('management');
    expect(scene.subtitle).toBe('1 removed.');
    expect(lines(scene, 'removed').length).toBeGreaterThan(0);
  });

  test('says what it said, and what is left says what it says now', () => {
    const before = threeServers();
    const replication = before.flows.filter(({ verb }) => verb === 'replicates').map(({ id }) => id);
    const scene = changing(before, edited(before, { without: replication }));
    expect(boxesNamed(scene, 'mysql').map(({ detail }) => detail)).not.toContainEqual(
      expect.stringContaining('replica'),
    );
    expect(lines(scene, 'removed')).toEqual(
      ['mysql → mysql, mysql: removed ×2 [removed]'].map(() => expect.any(String)),
    );
    expect(scene.subtitle).toBe('2 connections removed.');
  });
});

describe('what changed', () => {
  test('has its facts in the list, those of several with the same change together', () => {
    const before = threeServers();
    const webs = before.byKind.webServer;
    const newer = { facts: { ...webs[0]!.facts, software: 'nginx 1.28' } };
    const scene = changing(before, edited(before, { parts: Object.fromEntries(webs.map(({ id }) => [id, newer])) }));
    expect(scene.subtitle).toBe('3 changed.');
    expect(stateOf(scene, 'web')).toEqual(['changed', 'changed', 'changed']);
    expect(notes(scene)).toEqual([
      'changed: web on server-1, web on server-2 and web on server-3: software nginx 1.26 → nginx 1.28.',
    ]);
  });

  test('in places and names is told with where from and the old name', () => {
    const made = (name: string, zone: 0 | 1) => {
      const site = architecture('Shop');
      const places = [site.zone('left'), site.zone('right')] as const;
      for (const place of places) place.appServer(`other in ${place.name ?? ''}`);
      const server = places[zone].server('server');
      const web = server.webServer(name, { listens: http() });
      site.user('visitor').visits(web);
      return build(site)[0]!;
    };
    const moved = changing(made('web', 0), made('web', 1));
    expect(groupNamed(moved, 'server')?.state).toBe('moved');
    expect(notes(moved)).toEqual(['moved: server: moved from left to right.']);
    expect(stateOf(moved, 'web')).toEqual(['untouched']);
    const renamed = changing(made('web', 0), made('front', 0));
    expect(stateOf(renamed, 'front')).toEqual(['renamed']);
    expect(notes(renamed)).toEqual(["renamed: front: was 'web'."]);
  });

  test('in how its target listens shows on the line', () => {
    const made = (isEncrypted: boolean) => {
      const site = architecture('Shop');
      const listens = isEncrypted ? https(site.certificate('www')) : http();
      site.user('visitor').visits(site.server('server').webServer('web', { listens }));
      return build(site)[0]!;
    };
    const scene = changing(made(false), made(true));
    expect(lines(scene, 'changed')).toEqual(['visitor → web: ~ HTTPS [changed]']);
    expect(notes(scene)).toContain("changed: 'visitor' visits 'web': HTTP → HTTPS; in plaintext → encrypted.");
  });
});

describe('findings', () => {
  const made = (isEncrypted: boolean) => {
    const site = architecture('Shop', { complete: ['monitoring'] });
    const listens = isEncrypted ? https(site.certificate('www')) : http();
    const web = site.server('server').webServer('web', { listens });
    site.user('visitor').visits(web);
    if (isEncrypted) web.forwards(site.server('other').appServer('app'));
    return auditModel(build(site)[0]!, '2026-11-21');
  };
  const compared = (before: ReturnType<typeof made>, after: ReturnType<typeof made>) => {
    const diff = diffModels(before.model, after.model);
    const findings = diffFindings(before, after, diff);
    return { findings, scene: changeScene(before.model, after.model, diff, findings, { since: 'main' }) };
  };

  test('that are new have the badges they have in the other pictures, those that are fixed are told as fixed', () => {
    const after = made(true);
    const { findings, scene } = compared(made(false), after);
    expect(scene.title).toBe('Shop — changes since main');
    expect(findings.fresh.length).toBeGreaterThan(0);
    expect(scene.marks).toHaveLength(findings.fresh.length);
    for (const { number, text } of scene.marks) expect(after.findings[number - 1]?.message).toBe(text);
    expect(notes(scene)).toContain('fixed: Requests of visitor to web cross the internet in plaintext.');
    const [fresh, fixed] = [findings.fresh.length, findings.fixed.length];
    expect(scene.subtitle).toContain(`${fresh} finding${fresh === 1 ? '' : 's'} new, ${fixed} fixed`);
  });

  test('that nobody can tell any more are weakened where that is known, and stand before all else', () => {
    const [before, after] = [made(false), made(true)];
    const diff = diffModels(before.model, after.model);
    const findings = { ...diffFindings(before, after, diff), untold: before.findings.slice(0, 1) };
    const texts = ['Not fixed: the model no longer says it.', 'The model no longer claims to tell everything.'];
    const scene = changeScene(before.model, after.model, diff, findings, { weakened: texts });
    expect(notes(scene).slice(0, 2)).toEqual(texts.map((text) => `weakened: ${text}`));
    expect(notes(scene).some((text) => text.startsWith('not told'))).toBe(false);
    expect(scene.subtitle).toMatch(/; 2 weakened\.$/);
    const unknown = changeScene(before.model, after.model, diff, findings);
    expect(notes(unknown).filter((text) => text.startsWith('not told'))).toHaveLength(1);
  });

  test('that are as they were are not drawn', () => {
    const { findings, scene } = compared(made(false), made(false));
    expect(findings.unchanged.length).toBeGreaterThan(0);
    expect(scene.marks).toEqual([]);
    expect(scene.subtitle).toBe('Nothing changes.');
  });
});

test('of a large model only what is near a change is drawn, and the rest is counted', () => {
  const made = (software: string) => {
    const site = architecture('Large');
    for (let team = 1; team <= 40; team += 1) {
      const zone = site.zone(`team ${team}`);
      const store = zone.database(`store ${team}`, { engine: 'mysql', listens: mysql() });
      const app = zone.appServer(`app ${team}`, { software: team === 7 ? software : 'Node.js 22' });
      each([app]).reads(store);
    }
    return build(site)[0]!;
  };
  const scene = changing(made('Node.js 22'), made('Node.js 24'));
  expect(scene.boxes.map(({ name, state }) => `${name} ${state}`).sort()).toEqual([
    'app 7 changed',
    'store 7 untouched',
  ]);
  expect(notes(scene)).toContain(': 78 elements far from any change are left out.');
});

test('names that mean mischief, and models of nothing, are drawn', () => {
  const model = hostile();
  const scene = changing(model, edited(model, { without: [model.elements[3]!.id] }), model.elements[4]!.name);
  expect(scene.boxes.filter(({ state }) => state === 'removed')).toHaveLength(1);
  const nothing = build(architecture('Nothing'))[0]!;
  expect(changing(nothing, nothing).boxes).toEqual([]);
  expect(new Set(changing(nothing, model).boxes.map(({ state }) => state))).toEqual(new Set(['added']));
});

/** UPDATE_GOLDEN=1 writes what is expected from what is. */
test('the change of a system over three zones is as expected', () => {
  const before = zones();
  const [queue, cache] = [before.byKind.queue[0]!, before.byKind.cache[0]!];
  const store: Element = { id: 'data/search', kind: 'searchIndex', name: 'search', parent: 'data', facts: {} };
  const app = before.byKind.appServer[0]!;
  const search: Flow = { id: 'search', verb: 'reads', from: app.id, to: store.id, facts: {} };
  const after = edited(before, {
    without: [cache.id],
    elements: [store],
    flows: [search],
    parts: { [queue.id]: { facts: { ...queue.facts, instances: 3 } } },
  });
  const actual = `${JSON.stringify(changing(before, after, 'main'), undefined, 2)}\n`;
  const file = new URL('../../golden/zones/scene-change.json', import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1' || !existsSync(file)) {
    expect(process.env.CI).toBeUndefined();
    mkdirSync(dirname(file.pathname), { recursive: true });
    writeFileSync(file, actual);
  }
  expect(actual).toBe(readFileSync(file, 'utf8'));
});
