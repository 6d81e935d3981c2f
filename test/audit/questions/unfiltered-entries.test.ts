import { analysesOf } from '../../../src/analyses/analyses-of.js';
import { webEntries } from '../../../src/audit/questions/unfiltered-entries.js';
import { architecture, http, type Site, ssh } from '../../../src/index.js';
import { build } from '../../support/build.js';

/** Each entry with what answers behind it unfiltered; web application firewalls filter. */
function entriesOf(fill: (site: Site) => void): readonly string[] {
  const site = architecture('shop');
  fill(site);
  const [model] = build(site);
  const { network } = analysesOf(model!);
  return webEntries({ model: model!, network }, ({ kind }) => kind === 'waf').map(({ elements, unfiltered }) => {
    return `${elements.map(({ id }) => id).join('+')}: ${unfiltered.map(({ id }) => id).join('+')}`;
  });
}

test('requests are followed as long as they are handed on', () => {
  const entries = entriesOf((site) => {
    const [lb, app] = [site.loadBalancer('lb'), site.appServer('app')];
    site.user('visitor').visits(lb);
    lb.balances([app, site.appServer('other')]);
    app.calls(site.appServer('inner'));
  });
  expect(entries).toEqual(['lb: app+other']);
});

test('a circle of proxies ends', () => {
  const entries = entriesOf((site) => {
    const [one, two] = [site.cdn('one'), site.cdn('two')];
    site.user('visitor').visits(one);
    one.forwards(two);
    two.forwards(one);
  });
  expect(entries).toEqual(['one: ']);
});

test('members of a group are one entry, others are apart, and a shell is none', () => {
  const entries = entriesOf((site) => {
    const visitor = site.user('visitor');
    const listens = { web: http(), shell: ssh() };
    const [one, two] = [site.webServer('one', { listens }), site.webServer('two', { listens })];
    visitor.visits(site.cluster('pair', [one, two]).at.web);
    visitor.visits(site.webServer('three'));
    visitor.visits(site.webServer('four', { listens }).at.shell);
    visitor.visits(site.waf('five'));
  });
  expect(entries).toEqual(['one+two: one+two', 'three: three', 'five: ']);
});
