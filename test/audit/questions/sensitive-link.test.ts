import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import { classified } from '../../../src/audit/questions/classified.js';
import { isSensitiveLink } from '../../../src/audit/questions/sensitive-link.js';
import { architecture, type DataClass, type Site } from '../../../src/index.js';
import { dataClasses } from '../../../src/vocabulary/words.js';
import { build } from '../../support/build.js';

/** Whether the only flow of a model is one. */
function isSensitive(fill: (site: Site) => void): boolean {
  const site = architecture('shop');
  fill(site);
  const model = build(site)[0]!;
  return isSensitiveLink(model, analyseTransport(model).hops[0]!);
}

test('public and internal data are open', () => {
  expect(classified(dataClasses)).toEqual(['personal', 'confidential', 'credentials', 'payment', 'health']);
});

test('stores are, and groups of stores', () => {
  expect(isSensitive((site) => site.appServer('app').writes(site.database('orders')))).toBe(true);
  expect(isSensitive((site) => site.worker('worker').consumes(site.queue('orders')))).toBe(true);
  expect(
    isSensitive((site) => {
      const group = site.cluster('orders', [site.database('one'), site.database('two')]);
      site.appServer('app').reads(group);
    }),
  ).toBe(true);
});

test.each([
  [['public'], 'reads', false],
  [['public'], 'writes', true],
  [['public', 'personal'], 'reads', true],
  [[], 'reads', true],
] as const)('a store that holds %j, by somebody who %s', (holds, verb, expected) => {
  const facts = { holds: holds as readonly DataClass[] };
  expect(isSensitive((site) => site.appServer('app')[verb](site.objectStore('files', facts)))).toBe(expected);
});

test('calls are where secrets, identities or classified data answer', () => {
  const calls = (carries: readonly DataClass[]) => (site: Site) =>
    site.appServer('app').calls(site.appServer('other'), { carries });
  expect(isSensitive(calls([]))).toBe(false);
  expect(isSensitive(calls(['internal']))).toBe(false);
  expect(isSensitive(calls(['personal']))).toBe(true);
  expect(isSensitive((site) => site.appServer('app').calls(site.secretStore('vault')))).toBe(true);
  expect(isSensitive((site) => site.appServer('app').calls(site.identityProvider('logins')))).toBe(true);
});

test('what others run is theirs, but for backups there', () => {
  const carries = ['personal'] as const;
  expect(isSensitive((site) => site.appServer('app').calls(site.externalService('bank'), { carries }))).toBe(false);
  expect(isSensitive((site) => site.database('orders').backsUp(site.externalService('vault')))).toBe(true);
});

test('administration is; visits, and what proxies hand on, are not', () => {
  const carries = ['personal'] as const;
  expect(isSensitive((site) => site.user('operator').administers(site.webServer('web')))).toBe(true);
  expect(isSensitive((site) => site.user('visitor').visits(site.webServer('web'), { carries }))).toBe(false);
  expect(isSensitive((site) => site.webServer('web').forwards(site.appServer('app'), { carries }))).toBe(false);
});
