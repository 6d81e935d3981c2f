import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import type { AnalysedJourney } from '../../../src/analyses/faults/result.js';
import type { Architecture, ElementFacts, Listener } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';
import { type Mode, naiveReaches, naiveWorks, providersIn } from '../support/naive-faults.js';

const modes = ['read', 'write'] as const;

function idsIn(model: Architecture): readonly string[] {
  return [...model.elements.map(({ id }) => id), ...[...providersIn(model)].map((name) => `provider/${name}`)];
}

/** Nothing, and each element alone. */
function alone(model: Architecture): readonly (readonly string[])[] {
  return [[], ...idsIn(model).map((id) => [id])];
}

/** Each two things that the user can do without. */
function together(model: Architecture): readonly (readonly string[])[] {
  const things = idsIn(model).filter((id) => !/zone|cluster|record/i.test(model.byId.get(id)?.kind ?? ''));
  const spared = things.filter((id) => modes.some((mode) => naiveWorks(model, new Set([id]), mode).get('user')));
  return spared.flatMap((first, index) => spared.slice(index + 1).map((second) => [first, second]));
}

function showing(certificate: string): { readonly listeners: readonly Listener[] } {
  return { listeners: [{ name: '', protocol: 'https', tls: { certificate } }] };
}

/** A user who visits apps, and a store of theirs; journeys lead to all that is named. */
function start(...more: readonly string[]): Drafting {
  const d = draft();
  d.element('user', 'user');
  for (const id of more) d.element('appServer', id);
  return d;
}

function journeys(d: Drafting, ...targets: readonly string[]): Drafting {
  for (const target of targets) for (const mode of modes) d.journey('user', mode, target);
  return d;
}

function guarded(d: Drafting, zone: string, facts: ElementFacts = {}, parent?: string): void {
  d.element('zone', zone, parent ? { in: parent } : {});
  d.element('firewall', `box-${zone}`, { in: zone, facts: { appliance: true, ...facts } });
}

const models: Readonly<Record<string, () => Drafting>> = {
  'names that lead to names, to pools and to groups'() {
    const d = start();
    guarded(d, 'inside');
    d.element('bastion', 'bastion');
    d.element('certificate', 'certificate');
    d.element('dns', 'dns');
    for (const id of ['www', 'alias', 'shop', 'files']) d.element('record', id, { in: 'dns' });
    d.element('webServer', 'web-1', showing('certificate'));
    for (const id of ['web-2', 'lb-1', 'lb-2']) d.element('webServer', id, { in: 'inside' });
    d.element('loadBalancer', 'lb-3');
    d.cluster('edge', 'webServer', ['lb-1', 'lb-2', 'lb-3'], { need: 2 });
    d.element('objectStore', 'store');
    d.element('database', 'db');
    d.flow('user', 'visits', 'alias', { through: ['bastion'] });
    d.flow('alias', 'resolvesTo', 'www');
    d.pool('www', 'resolvesTo', ['web-1', 'web-2']);
    d.flow('user', 'visits', 'shop');
    d.flow('shop', 'resolvesTo', 'edge');
    d.flow('files', 'resolvesTo', 'store');
    for (const id of ['web-1', 'web-2']) d.flow(id, 'reads', 'files', { optional: id === 'web-2' });
    for (const id of ['lb-1', 'lb-2', 'lb-3']) d.flow(id, 'writes', 'db');
    return journeys(d, 'web-1', 'web-2', 'lb-2', 'edge', 'www', 'store', 'db');
  },

  'a group with a member behind a box, from a group with a member behind another'() {
    const d = start();
    guarded(d, 'front');
    guarded(d, 'back');
    d.element('component', 'watchdog', { in: 'back' });
    d.element('appServer', 'app-1', { in: 'front' });
    d.element('appServer', 'app-2');
    d.cluster('apps', 'appServer', ['app-1', 'app-2']);
    d.element('database', 'db-1', { in: 'back' });
    d.element('database', 'db-2');
    d.cluster('group', 'database', ['db-1', 'db-2'], { mode: 'active-passive', failover: { by: 'watchdog' } });
    d.element('objectStore', 'files', { in: 'back' });
    d.flow('user', 'visits', 'apps');
    d.flow('apps', 'writes', 'group');
    d.flow('apps', 'reads', 'files');
    return journeys(d, 'app-1', 'group', 'db-1', 'db-2', 'files');
  },

  'groups of which every member is needed, as nothing notices a dead one'() {
    const d = start();
    guarded(d, 'front');
    guarded(d, 'back');
    for (const side of ['front', 'back']) {
      d.element('appServer', `app-${side}`, { in: side });
      d.element('database', `db-${side}`, { in: side });
    }
    d.cluster('apps', 'appServer', ['app-front', 'app-back']);
    d.cluster('group', 'database', ['db-front', 'db-back'], { writer: 'db-back', failover: 'none' });
    d.flow('user', 'visits', 'apps', { healthCheck: false });
    d.flow('apps', 'writes', 'group', { healthCheck: false });
    d.element('cache', 'cache', { facts: { instances: 2 } });
    d.flow('app-front', 'reads', 'cache', { healthCheck: false });
    return journeys(d, 'group', 'db-front', 'cache');
  },

  'boxes in pairs, with one that fails open, and within one another'() {
    const d = start('app');
    guarded(d, 'outer');
    guarded(d, 'middle', {}, 'outer');
    guarded(d, 'inner', { failMode: 'open' }, 'middle');
    d.element('firewall', 'second', { in: 'middle', facts: { appliance: true } });
    d.cluster('pair', 'firewall', ['box-middle', 'second'], { mode: 'active-active' });
    guarded(d, 'other', { failMode: 'open' });
    d.element('firewall', 'third', { in: 'other', facts: { appliance: true } });
    d.cluster('leaky', 'firewall', ['third', 'box-other']);
    guarded(d, 'many', { instances: 2 });
    d.element('server', 'server', { in: 'outer' });
    d.element('firewall', 'software', { in: 'outer' });
    for (const [id, parent] of [
      ['a', 'outer'],
      ['b', 'middle'],
      ['c', 'inner'],
      ['e', 'other'],
      ['f', 'many'],
      ['g', 'server'],
    ] as const)
      d.element('database', id, { in: parent });
    d.element('appServer', 'near', { in: 'middle' });
    d.flow('user', 'visits', 'app');
    d.flow('app', 'visits', 'near');
    for (const id of ['a', 'b', 'c']) d.flow('near', 'writes', id);
    for (const id of ['c', 'e', 'f', 'g']) d.flow('app', 'reads', id);
    return journeys(d, 'near', 'a', 'b', 'c', 'e', 'f', 'g');
  },

  'replicas that confirm, that are promoted, and that are out of reach'() {
    const d = start('app');
    guarded(d, 'inside');
    d.element('bastion', 'bastion');
    d.element('component', 'watchdog');
    d.element('coordinator', 'etcd', { facts: { instances: 3 } });
    d.element('certificate', 'certificate');
    d.element('database', 'db', { in: 'inside' });
    d.element('database', 'one');
    d.element('database', 'two', { in: 'inside', ...showing('certificate') });
    d.element('database', 'three');
    d.flow('one', 'replicates', 'db', {
      failover: { by: 'watchdog' },
      replication: 'synchronous',
      acknowledgements: 1,
      through: ['bastion'],
    });
    d.flow('two', 'replicates', 'db', { failover: { by: 'etcd' }, replication: 'synchronous', acknowledgements: 2 });
    d.flow('three', 'replicates', 'db', { failover: 'none' });
    d.flow('user', 'visits', 'app');
    d.flow('app', 'writes', 'db');
    d.flow('app', 'reads', 'db');
    d.element('database', 'other');
    d.element('database', 'copy');
    d.flow('copy', 'replicates', 'other', {
      failover: { by: 'watchdog' },
      replication: 'synchronous',
      degradesToAsynchronous: true,
    });
    d.pool('app', 'reads', ['other', 'copy']);
    d.flow('app', 'writes', 'other', { optional: true });
    return journeys(d, 'db', 'one', 'two', 'three', 'other', 'copy');
  },

  'synchronous groups'() {
    const d = start('app');
    d.element('component', 'watchdog');
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) d.element('database', id);
    d.cluster('strict', 'database', ['a', 'b', 'c'], {
      replication: 'synchronous',
      acknowledgements: 2,
      failover: { by: 'watchdog' },
    });
    d.cluster('loose', 'database', ['d', 'e'], {
      replication: 'synchronous',
      degradesToAsynchronous: true,
      writer: 'e',
      failover: { by: 'watchdog' },
    });
    d.cluster('silent', 'database', ['f', 'g'], { replication: 'synchronous' });
    for (const id of ['h', 'i', 'j']) d.element('coordinator', id);
    d.cluster('quorum', 'coordinator', ['h', 'i', 'j']);
    d.cluster('one', 'coordinator', ['h']);
    d.flow('user', 'visits', 'app');
    d.flow('app', 'calls', 'quorum');
    for (const group of ['strict', 'loose', 'silent']) {
      d.flow('app', 'writes', group);
      d.flow('app', 'reads', group, { optional: group === 'loose' });
    }
    return journeys(d, 'strict', 'a', 'loose', 'd', 'silent', 'g', 'quorum');
  },

  'instances on instances, over zones, racks and hosts'() {
    const d = start();
    for (const id of ['z1', 'z2', 'z3'])
      d.element('availabilityZone', id, { facts: { provider: id === 'z3' ? 'acme' : 'other' } });
    d.element('failureDomain', 'power', { facts: { domainRole: 'power' } });
    d.element('server', 'host', { facts: { instances: 2, standsIn: ['z1', 'z2'] } });
    d.element('server', 'single', { facts: { standsIn: ['z1'] } });
    d.element('coordinator', 'etcd', { in: 'host', facts: { instances: 2, standsIn: ['z3', 'power'] } });
    d.element('appServer', 'app', { in: 'host', facts: { instances: { min: 2, max: 9 }, standsIn: ['z2', 'z3'] } });
    d.element('webServer', 'web', { in: 'single', facts: { instances: 3, provider: 'acme' } });
    d.element('coordinator', 'quorum', { facts: { instances: 3, standsIn: ['z1', 'z2', 'z3'] } });
    d.element('database', 'db', { facts: { standsIn: ['z1', 'power'] } });
    d.element('cache', 'cache', { facts: { instances: 5, standsIn: ['z1', 'z2'] } });
    d.flow('user', 'visits', 'web');
    d.flow('web', 'forwards', 'app');
    d.flow('app', 'calls', 'etcd');
    d.flow('app', 'calls', 'quorum');
    d.flow('app', 'writes', 'db');
    d.flow('app', 'reads', 'cache');
    return journeys(d, 'db', 'cache', 'app');
  },

  'pools by number, by weight, of optional targets and without a health check'() {
    const d = start('app', 'one', 'two', 'three');
    d.element('database', 'db');
    d.element('loadBalancer', 'lb');
    d.flow('user', 'visits', 'lb');
    d.flow('user', 'visits', 'app');
    d.pool('lb', 'balances', ['one', 'two', 'three'], { need: 0.6, weights: [3, 2, 1] });
    d.pool('app', 'calls', ['one', 'two'], { facts: { healthCheck: false } });
    d.pool('app', 'calls', ['two', 'three'], { need: 2, facts: { optional: true } });
    d.pool('app', 'calls', ['one', 'two', 'three'], { need: 2 });
    for (const id of ['one', 'two', 'three']) d.flow(id, id === 'three' ? 'reads' : 'writes', 'db');
    return journeys(d, 'db', 'one', 'three');
  },
};

/** What works in each mode, and which journeys do not, by the definition. */
function defined(model: Architecture, failed: readonly string[], journeys: readonly AnalysedJourney[]): string {
  const works = new Map(modes.map((mode) => [mode, naiveWorks(model, new Set(failed), mode)]));
  const up = modes.map((mode) => model.elements.flatMap(({ id }) => (works.get(mode)!.get(id) ? [id] : [])).join(' '));
  const broken = journeys.filter(({ from, to, mode }) => {
    return !naiveReaches(model, works.get(mode as Mode)!, mode as Mode, from, to);
  });
  return [...up, ...broken.map(({ id }) => id)].join('\n');
}

describe.each(Object.entries(models))('%s work and break as the definition says', (_, made) => {
  test.each([
    ['one', alone],
    ['two', together],
  ])('when %s of them fail', (_, failures) => {
    const model = made().graph();
    const faults = analyseFaults(model);
    for (const failed of failures(model)) {
      const up = faults.during(failed, (works) => {
        return modes.map((mode) => model.elements.flatMap(({ id }) => (works(id, mode) ? [id] : [])).join(' '));
      });
      const broken = faults.simulate(failed).journeys.filter(({ state }) => state === 'broken');
      const found = [...up, ...broken.map(({ journey }) => journey.id)].join('\n');
      const wanted = defined(model, failed, faults.journeys);
      if (found !== wanted) expect([failed, found]).toEqual([failed, wanted]);
    }
  });
});
