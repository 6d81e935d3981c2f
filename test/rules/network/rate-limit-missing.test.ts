import { audit } from '../../../src/audit/audit.js';
import { architecture, http, type RequestFilter } from '../../../src/index.js';
import rule from '../../../src/rules/network/rate-limit-missing.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';
import { originBehind } from '../origin-behind.js';

interface Wanted {
  readonly filters?: readonly RequestFilter[];
  readonly complete?: boolean;
  readonly balancers?: number;
  readonly cdn?: boolean;
  readonly waf?: boolean;
  readonly criticality?: 'low';
}

function shop({ filters, complete = true, balancers = 1, cdn, waf, criticality }: Wanted = {}) {
  const site = architecture('shop', {
    ...(complete && { complete: ['filters'] as const }),
    ...(criticality && { criticality }),
  });
  const told = filters ? { filters } : {};
  const edges = site.servers(balancers, 'edge', (server) => {
    return server.loadBalancer('balancer', { listens: http(), ...told });
  });
  const front = cdn ? site.cdn('front') : waf ? site.waf('front') : undefined;
  site.user('visitor').visits(front ?? edges);
  front?.forwards(edges);
  for (const edge of edges) edge.balances(site.appServer(`app of ${edge === edges[0] ? 1 : 2}`, { listens: http() }));
  return site;
}

function behindWeb(filters: readonly RequestFilter[]) {
  const site = architecture('shop', { complete: ['filters'] });
  const web = site.webServer('web', { listens: http(), filters });
  site.user('visitor').visits(web);
  web.forwards(site.appServer('app', { listens: http() }));
  return site;
}

testRule(rule, {
  valid: [
    {
      name: 'past a web application firewall too, which is told of there',
      model: originBehind((site) => site.cdn('front', { filters: ['web application firewall'] })),
    },
    { name: 'nothing there', model: architecture('shop') },
    { name: 'a limit', model: shop({ filters: ['rate limit'] }) },
    { name: 'scrubbing, also where not all is told', model: shop({ filters: ['scrubbing'], complete: false }) },
    { name: 'a CDN before it', model: shop({ cdn: true }) },
    { name: 'a web server that limits', model: behindWeb(['rate limit']) },
  ],
  invalid: [
    {
      name: 'past what limits',
      model: originBehind((site) => site.cdn('front')),
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
      name: 'past what limits, where little depends on it',
      model: originBehind((site) => site.apiGateway('front', { filters: ['scrubbing'] }), { criticality: 'low' }),
      findings: [{ at: 'origin', severity: 'low' }],
    },
    { name: 'a web server that does not', model: behindWeb(['bot control']), findings: [{ at: 'web' }] },
    {
      name: 'other filters',
      model: shop({ filters: ['web application firewall', 'bot control'] }),
      findings: [
        {
          at: 'edge-1/balancer',
          severity: 'medium',
          message: 'Nothing limits the requests that balancer takes from the internet.',
          evidence: ['app of 1', 'user/visitor visits edge-1/balancer'],
        },
      ],
    },
    { name: 'of what little depends on', model: shop({ criticality: 'low' }), findings: [{ severity: 'low' }] },
    { name: 'a web application firewall that says no more', model: shop({ waf: true }), findings: [{ at: 'front' }] },
    {
      name: 'alike entries are one',
      model: shop({ balancers: 2 }),
      findings: [
        {
          at: ['edge-1/balancer', 'edge-2/balancer'],
          message: 'Nothing limits the requests that balancer on edge-1 and edge-2 take from the internet.',
        },
      ],
    },
  ],
  cannotTell: [{ name: 'filters are not told', model: shop({ complete: false }), missing: ['complete: filters'] }],
});

const fixOf = (site: object) => audit(build(site)[0]!, { today: '2026-11-21', rules: [rule] }).findings[0]?.fix;

test('proposes a limit at the entry', () => {
  const filters = ['bot control', 'rate limit'];
  expect(fixOf(shop({ filters: ['bot control'] }))).toEqual([{ on: { element: 'edge-1/balancer' }, set: { filters } }]);
  expect(fixOf(behindWeb([]))).toEqual([{ on: { element: 'web' }, set: { filters: ['rate limit'] } }]);
  expect(fixOf(shop({ waf: true }))).toBeUndefined();
});
