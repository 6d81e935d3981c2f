import { analysesOf } from '../../../src/analyses/analyses-of.js';
import { bypasses, limitsRequests, refusesAttacks } from '../../../src/audit/questions/bypassed-filters.js';
import { anyone, architecture, http, https, type Listener, type Site, ssh } from '../../../src/index.js';
import { build } from '../../support/build.js';

/** `origin past front`; web application firewalls filter. */
function past(
  fill: (site: Site) => void,
  environment: 'production' | 'test' = 'production',
  isFilter = refusesAttacks,
) {
  const site = architecture('shop', { environment });
  fill(site);
  const [model] = build(site);
  const { network } = analysesOf(model!);
  return bypasses({ model: model!, network }, isFilter).map(({ elements, filters }) => {
    return `${elements.map(({ id }) => id).join('+')} past ${filters.map(({ id }) => id).join('+')}`;
  });
}

type Rule = 'port' | 'all' | 'block' | 'none' | 'default';

function origin(site: Site, listens: Listener = http(), rule: Rule = 'port', name = 'origin') {
  const web = site.webServer(name, { listens: { web: listens } });
  const wall = rule === 'none' ? undefined : web.firewall('wall', { incoming: rule === 'default' ? 'allow' : 'deny' });
  if (rule === 'port') wall?.allows(anyone, web.at.web);
  if (rule === 'all') wall?.allows(anyone, web, { ports: ['any'] });
  if (rule === 'block') wall?.allows('203.0.113.0/24', web.at.web);
  return web;
}

function front(site: Site) {
  const waf = site.waf('front');
  site.user('visitor').visits(waf);
  return waf;
}

test('a rule that names the port lets the internet past', () => {
  expect(past((site) => front(site).forwards(origin(site)))).toEqual(['origin past front']);
});

test.each(['all', 'block', 'none', 'default'] as const)('%s: another rule’s, or not the internet', (rule) => {
  expect(past((site) => front(site).forwards(origin(site, http(), rule)))).toEqual([]);
});

test('only what answers anybody counts', () => {
  const listening = (listens: (site: Site) => Listener) =>
    past((site) => front(site).forwards(origin(site, listens(site))));
  expect(listening((site) => https(site.certificate('shop')))).toEqual(['origin past front']);
  expect(listening((site) => https(site.certificate('shop'), { clientCertificate: 'optional' }))).toHaveLength(1);
  expect(listening((site) => https(site.certificate('shop'), { clientCertificate: 'required' }))).toEqual([]);
  expect(listening(() => ssh())).toEqual([]);
});

test('proxies between are looked through, up to the nearest filter', () => {
  const found = past((site) => {
    const [second, lb] = [site.cdn('second', { filters: ['web application firewall'] }), site.loadBalancer('lb')];
    front(site).forwards(second);
    second.forwards(lb);
    lb.balances([origin(site), origin(site, http(), 'port', 'other')]);
  });
  expect(found).toEqual(['origin+other past second']);
});

test('a declared visit is an entry of its own, and what filters itself is past nothing', () => {
  const visited = past((site) => {
    const web = origin(site);
    front(site).forwards(web);
    site.user('other').visits(web);
  });
  const filtering = past((site) => {
    const web = site.webServer('web', { listens: { web: http() }, filters: ['web application firewall'] });
    web.firewall('wall', { incoming: 'deny' }).allows(anyone, web.at.web);
    front(site).forwards(web);
  });
  expect([visited, filtering]).toEqual([[], []]);
});

test('nothing before it, or not in production', () => {
  expect(past((site) => void origin(site))).toEqual([]);
  expect(past((site) => front(site).forwards(origin(site)), 'test')).toEqual([]);
});

test('a web application firewall limits nothing', () => {
  expect(past((site) => front(site).forwards(origin(site)), 'production', limitsRequests)).toEqual([]);
});
