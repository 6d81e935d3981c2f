import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';

/** The raw single points of each journey, by ids. */
function singles(model: Architecture): Record<string, readonly string[]> {
  const faults = analyseFaults(model);
  return Object.fromEntries(
    faults.journeys.map((journey) => [journey.id, faults.singlePointsOf(journey).map(({ id }) => id)]),
  );
}

function roots(model: Architecture): readonly string[] {
  return analyseFaults(model)
    .singlePoints.filter(({ onlyListed }) => !onlyListed)
    .map(({ root }) => root.id)
    .sort();
}

/** user → lb → app-1, app-2 → db, each on a server of its own. */
function twoApps(
  d: Drafting,
  options: { readonly need?: number; readonly hosts?: readonly [string, string] } = {},
): void {
  const [left, right] = options.hosts ?? ['server-1', 'server-2'];
  d.element('user', 'user');
  d.element('loadBalancer', 'lb');
  for (const host of new Set([left, right])) d.element('server', host);
  d.element('appServer', 'app-1', { in: left });
  d.element('appServer', 'app-2', { in: right });
  d.element('database', 'db');
  d.flow('user', 'visits', 'lb');
  d.pool('lb', 'balances', ['app-1', 'app-2'], { ...(options.need !== undefined && { need: options.need }) });
  d.flow('app-1', 'writes', 'db');
  d.flow('app-2', 'writes', 'db');
  d.journey('user', 'write', 'db');
}

describe('worked examples', () => {
  test('in series everything is a single point', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('webServer', 'web');
    d.element('appServer', 'app');
    d.element('database', 'db');
    d.flow('user', 'visits', 'web');
    d.flow('web', 'forwards', 'app');
    d.flow('app', 'writes', 'db');
    d.journey('user', 'write', 'db');
    expect(singles(d.graph())).toEqual({ 'user write db': ['user', 'web', 'app', 'db'] });
  });

  test('in parallel neither branch is', () => {
    const d = draft();
    twoApps(d);
    expect(roots(d.graph())).toEqual(['db', 'lb']);
  });

  test('of two out of three, one may be lost', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('loadBalancer', 'lb');
    for (const id of ['web-1', 'web-2', 'web-3']) d.element('webServer', id);
    d.element('objectStore', 'files');
    d.flow('user', 'visits', 'lb');
    d.pool('lb', 'balances', ['web-1', 'web-2', 'web-3'], { need: 2 });
    for (const id of ['web-1', 'web-2', 'web-3']) d.flow(id, 'reads', 'files');
    expect(roots(d.graph())).toEqual(['files', 'lb']);
    const faults = analyseFaults(d.graph());
    expect(faults.simulate(['web-1', 'web-3']).journeys.map(({ state }) => state)).toEqual(['broken']);
    expect(faults.simulate(['web-1']).journeys.map(({ state }) => state)).toEqual(['degraded']);
  });
});

describe('the four traps', () => {
  test('two components on one host are not redundant', () => {
    const d = draft();
    twoApps(d, { hosts: ['server-1', 'server-1'] });
    expect(roots(d.graph())).toEqual(['db', 'lb', 'server-1']);
  });

  test('a pool of two that needs two is not redundant', () => {
    const d = draft();
    twoApps(d, { need: 2 });
    expect(roots(d.graph())).toEqual(['app-1', 'app-2', 'db', 'lb']);
  });

  test('replicas without failover do not save writes', () => {
    const d = draft();
    twoApps(d);
    d.element('database', 'replica');
    d.flow('replica', 'replicates', 'db', { failover: 'none' });
    expect(roots(d.graph())).toContain('db');
  });

  test('a detour through a shared host is no detour', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('server', 'shared');
    d.element('loadBalancer', 'lb');
    d.element('webServer', 'web-1', { in: 'shared' });
    d.element('webServer', 'web-2');
    d.element('appServer', 'app-1');
    d.element('appServer', 'app-2', { in: 'shared' });
    d.element('database', 'db');
    d.flow('user', 'visits', 'lb');
    d.pool('lb', 'balances', ['web-1', 'web-2']);
    d.flow('web-1', 'forwards', 'app-1');
    d.flow('web-2', 'forwards', 'app-2');
    d.flow('app-1', 'writes', 'db');
    d.flow('app-2', 'writes', 'db');
    d.journey('user', 'write', 'db');
    expect(singles(d.graph())['user write db']).toEqual(['user', 'shared', 'lb', 'db']);
  });
});
