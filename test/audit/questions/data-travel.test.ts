import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import { dataTravel } from '../../../src/audit/questions/data-travel.js';
import { personalDataAt } from '../../../src/audit/questions/personal-data.js';
import { architecture, http, https, type Site, tlsPassthrough } from '../../../src/index.js';
import { build } from '../../support/build.js';

function modelOf(fill: (site: Site) => void) {
  const site = architecture('shop');
  fill(site);
  const [model] = build(site);
  if (!model) throw new Error('no model');
  const transport = analyseTransport(model);
  const elementOf = (id: string) => {
    const element = model.byId.get(id);
    if (!element) throw new Error(`no ${id}`);
    return element;
  };
  const travel = dataTravel(model, transport);
  return {
    seenBy: (id: string) => travel.seenBy(elementOf(id)).map(({ dataClass }) => dataClass),
    flowsOf: (id: string) => travel.seenBy(elementOf(id)).flatMap(({ flows }) => flows.map((flow) => flow.id)),
    untoldBehind: (id: string) => travel.untoldBehind(elementOf(id))?.id,
    personal: (id: string) => personalDataAt(model, transport)(elementOf(id)),
    isOnce: dataTravel(model, transport) === travel,
  };
}

test('data come back along requests, as far as each flow lets them', () => {
  const { seenBy, flowsOf } = modelOf((site) => {
    const files = site.objectStore('files', { holds: ['health', 'internal'] });
    const [lb, front, back] = [site.loadBalancer('lb'), site.appServer('front'), site.appServer('back')];
    lb.balances(front);
    front.calls(back, { carries: ['internal'] });
    back.reads(files);
  });
  expect(seenBy('back')).toEqual(['internal', 'health']);
  expect(flowsOf('back')).toEqual(['back reads files', 'front calls back', 'back reads files']);
  expect(seenBy('front')).toEqual(['internal']);
  expect(seenBy('lb')).toEqual(['internal']);
});

test('what a flow says it carries is seen at both of its ends, and goes no further', () => {
  const { seenBy } = modelOf((site) => {
    const [lb, app] = [site.loadBalancer('lb'), site.appServer('app')];
    lb.balances(app);
    app.calls(site.externalService('bank'), { carries: ['payment'] });
  });
  expect([seenBy('app'), seenBy('externalService/bank'), seenBy('lb')]).toEqual([['payment'], ['payment'], []]);
});

test('what is handed on unopened is not seen, unless something else comes there in the open', () => {
  const balanced = (passed: 'closed' | 'opened' | 'plain' | 'both' | 'unasked') => (site: Site) => {
    const certificate = site.certificate('shop');
    const both = { passed: tlsPassthrough(), plain: http() };
    const lb = site.loadBalancer('lb', {
      listens: passed === 'opened' ? { ...both, passed: https(certificate) } : both,
    });
    const web = site.webServer('web', { listens: passed === 'plain' ? http() : https(certificate) });
    web.reads(site.objectStore('files', { holds: ['health'] }));
    lb.balances(web);
    if (passed === 'both' || passed === 'plain') site.user('guest').visits(lb.at.plain);
    if (passed !== 'unasked' && passed !== 'plain') site.user('visitor').visits(lb.at.passed);
  };
  const seen = (passed: Parameters<typeof balanced>[0]) => modelOf(balanced(passed)).seenBy('lb');
  expect(seen('closed')).toEqual([]);
  expect(seen('opened')).toEqual(['health']);
  expect(seen('plain')).toEqual(['health']);
  expect(seen('both')).toEqual(['health']);
  expect(seen('unasked')).toEqual(['health']);
});

test('whoever answers sees what comes there, however it comes', () => {
  const { seenBy } = modelOf((site) => {
    const web = site.webServer('web', { listens: https(site.certificate('shop')) });
    web.reads(site.objectStore('files', { holds: ['health'] }));
    site.worker('job').calls(web);
  });
  expect(seenBy('web')).toEqual(['health']);
});

test('copies and backups are what their source holds, and no more than a flow says', () => {
  const { seenBy, untoldBehind } = modelOf((site) => {
    const db = site.database('db', { holds: ['payment'] });
    db.backsUp(site.externalService('vault'));
    site.database('copy').replicates(db);
    const silent = site.cache('silent');
    silent.backsUp(site.externalService('told'), { carries: ['public'] });
    site.monitoringService('watch').watches(db);
  });
  expect(seenBy('externalService/vault')).toEqual(['payment']);
  expect(seenBy('copy')).toEqual(['payment']);
  expect(seenBy('externalService/told')).toEqual(['public']);
  expect(untoldBehind('externalService/told')).toBeUndefined();
  expect(seenBy('watch')).toEqual([]);
});

test('calls that go round end', () => {
  const { seenBy } = modelOf((site) => {
    const [one, two] = [site.appServer('one'), site.appServer('two')];
    one.calls(two);
    two.calls(one);
    two.reads(site.cache('cache', { holds: ['personal'] }));
  });
  expect([seenBy('one'), seenBy('two')]).toEqual([['personal'], ['personal']]);
});

test('members of a group see what the group does', () => {
  const { seenBy } = modelOf((site) => {
    const [one, two] = [site.appServer('one'), site.appServer('two')];
    site.cluster('apps', [one, two]).reads(site.cache('cache', { holds: ['personal'] }));
    site.worker('job').calls(one, { carries: ['payment'] });
  });
  expect([seenBy('one'), seenBy('two'), seenBy('cluster/apps')]).toEqual([
    ['personal', 'payment'],
    ['personal'],
    ['personal'],
  ]);
});

test('a store that does not say is known by whoever reaches it', () => {
  const { untoldBehind } = modelOf((site) => {
    const [lb, app, other] = [site.loadBalancer('lb'), site.appServer('app'), site.appServer('other')];
    lb.balances([app, other]);
    const files = site.objectStore('files');
    app.reads(files);
    other.reads(files, { carries: ['public'] });
    files.backsUp(site.externalService('vault'));
    site.externalService('partner').calls(app);
  });
  expect(['lb', 'app', 'files', 'externalService/vault'].map(untoldBehind)).toEqual([
    'files',
    'files',
    'files',
    'files',
  ]);
  expect(['other', 'externalService/partner'].map(untoldBehind)).toEqual([undefined, undefined]);
});

test('data about people: what is known, what would have to be told, or nothing', () => {
  const { personal, isOnce } = modelOf((site) => {
    const [app, other] = [site.appServer('app'), site.appServer('other')];
    app.reads(site.objectStore('files', { holds: ['personal', 'internal'] }));
    app.calls(site.externalService('silent'));
    other.calls(site.externalService('far'));
    other.reads(site.objectStore('pages', { holds: ['credentials'] }));
  });
  expect(personal('app')).toMatchObject({ classes: ['personal'], flows: [{ id: 'app reads files' }], untold: [] });
  expect(personal('externalService/silent')).toMatchObject({
    classes: [],
    untold: [{ subject: { id: 'app calls externalService/silent' }, fact: 'carries' }],
  });
  expect([personal('externalService/far'), personal('other')]).toEqual([undefined, undefined]);
  expect(isOnce).toBe(true);
});
