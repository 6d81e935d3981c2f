import { audit } from '../../../src/audit/audit.js';
import { anyone, architecture, http, https, type RequestFilter, tcp, tlsPassthrough } from '../../../src/index.js';
import rule from '../../../src/rules/network/waf-missing.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';
import { originBehind } from '../origin-behind.js';

interface Wanted {
  readonly filters?: readonly RequestFilter[];
  readonly complete?: boolean;
  readonly balancers?: number;
  readonly grouped?: boolean;
  readonly environment?: 'development';
  /** Before the balancer, or behind it. */
  readonly waf?: 'before' | 'behind' | 'on one of two ways';
  readonly listens?: 'tcp' | 'passthrough';
  readonly from?: 'block';
  readonly visits?: 'nobody' | 'administered';
}

function shop(wanted: Wanted = {}) {
  const { filters, complete = true, balancers = 1, grouped, environment, waf, listens, from, visits } = wanted;
  const site = architecture('shop', {
    ...(complete && { complete: ['filters'] as const }),
    ...(environment && { environment }),
  });
  const visitor = site.user('visitor');
  const told = filters ? { filters } : {};
  const edges = site.servers(balancers, 'edge', (server) => {
    const listener = listens === 'tcp' ? tcp(5000) : listens === 'passthrough' ? tlsPassthrough() : http();
    return server.loadBalancer('balancer', { listens: listener, ...told });
  });
  const [edge] = edges;
  if (from === 'block') edge!.firewall('wall', { incoming: 'deny' }).allows('203.0.113.0/24', edge!);
  const app = site.appServer('app', { listens: http() });
  const group = grouped ? site.cluster('entrance', edges) : undefined;
  const front = site.waf('filter', { listens: http() });
  if (waf === 'before') {
    visitor.visits(front);
    front.forwards(edges);
  } else if (visits === 'administered') visitor.administers(edge!);
  else if (visits === undefined) visitor.visits(group ?? edges);
  for (const one of group ? [group] : edges) {
    if (waf === 'behind' || waf === 'on one of two ways') one.balances(front);
    if (waf !== 'behind') one.balances(app);
  }
  if (waf === 'behind' || waf === 'on one of two ways') front.forwards(app);
  return site;
}

function pictures() {
  const site = architecture('shop', { complete: ['filters'] });
  site.user('visitor').visits(site.objectStore('pictures'));
  return site;
}

function lonely(criticality: 'low' | 'medium' = 'medium', filters: readonly RequestFilter[] = []) {
  const site = architecture('shop', { complete: ['filters'], criticality });
  const web = site.webServer('web', { listens: https(site.certificate('shop')), filters });
  web.firewall('wall', { incoming: 'deny' }).allows(anyone, web);
  site.user('visitor').visits(web);
  return site;
}

const filter = 'web application firewall';

testRule(rule, {
  valid: [
    { name: 'nothing there', model: architecture('shop') },
    { name: 'the balancer filters', model: shop({ filters: [filter] }) },
    { name: 'also where not all is told', model: shop({ filters: [filter], complete: false }) },
    { name: 'a web server filters', model: lonely('medium', [filter]) },
    { name: 'a filter before it', model: shop({ waf: 'before' }) },
    { name: 'a filter behind it', model: shop({ waf: 'behind' }) },
    { name: 'another protocol', model: shop({ listens: 'tcp' }) },
    { name: 'only for a block', model: shop({ from: 'block' }) },
    { name: 'nobody visits', model: shop({ visits: 'nobody' }) },
    { name: 'only to administer', model: shop({ visits: 'administered' }) },
    { name: 'not in production', model: shop({ environment: 'development' }) },
    { name: 'pictures', model: pictures() },
    { name: 'only what filters gets in', model: originBehind((site) => site.waf('front'), { lets: 'front' }) },
  ],
  invalid: [
    {
      name: 'another filter',
      model: shop({ filters: ['rate limit'] }),
      findings: [
        {
          at: 'edge-1/balancer',
          severity: 'medium',
          message: 'No web application firewall looks at what balancer takes from the internet.',
          evidence: ['app', 'user/visitor visits edge-1/balancer'],
        },
      ],
    },
    { name: 'on one of two ways', model: shop({ waf: 'on one of two ways' }), findings: [{ evidence: ['app'] }] },
    {
      name: 'alike entries are one',
      model: shop({ balancers: 2 }),
      findings: [
        {
          at: ['edge-1/balancer', 'edge-2/balancer'],
          message: 'No web application firewall looks at what balancer on edge-1 and edge-2 take from the internet.',
        },
      ],
    },
    {
      name: 'a group is one',
      model: shop({ balancers: 2, grouped: true }),
      findings: [{ at: ['edge-1/balancer', 'edge-2/balancer'] }],
    },
    {
      name: 'a web server by itself',
      model: lonely(),
      findings: [{ at: 'web', severity: 'medium', evidence: ['web'] }],
    },
    { name: 'of what little depends on', model: lonely('low'), findings: [{ severity: 'low' }] },
    {
      name: 'past it',
      model: originBehind((site) => site.waf('front')),
      findings: [
        {
          at: 'origin',
          severity: 'medium',
          message: 'The internet reaches origin past front.',
          evidence: ['front'],
          fix: [],
        },
      ],
    },
    {
      name: 'past it, where little depends on it and not all is told',
      model: originBehind((site) => site.cdn('front', { filters: [filter] }), { criticality: 'low', complete: false }),
      findings: [{ at: 'origin', severity: 'low', message: 'The internet reaches origin past front.' }],
    },
  ],
  cannotTell: [{ name: 'filters are not told', model: shop({ complete: false }), missing: ['complete: filters'] }],
});

const fixOf = (site: object) => audit(build(site)[0]!, { today: '2026-11-21', rules: [rule] }).findings[0]?.fix;

test('proposes a filter where the entry reads requests', () => {
  expect(fixOf(shop({ filters: ['rate limit'] }))).toEqual([
    { on: { element: 'edge-1/balancer' }, set: { filters: ['rate limit', filter] } },
  ]);
  expect(fixOf(shop())).toEqual([{ on: { element: 'edge-1/balancer' }, set: { filters: [filter] } }]);
  expect(fixOf(shop({ listens: 'passthrough' }))).toBeUndefined();
  expect(fixOf(lonely())).toEqual([{ on: { element: 'web' }, set: { filters: [filter] } }]);
});
