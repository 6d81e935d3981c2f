import { anyone, architecture, http, mysql, type PacketPolicy, ssh } from '../../../src/index.js';
import rule from '../../../src/rules/network/firewall-no-default-deny.js';
import { testRule } from '../../../src/testing.js';

function guarded(incoming: PacketPolicy | undefined, servers = 1) {
  const site = architecture('shop');
  site.servers(servers, 'server', (server) => server.firewall('wall', incoming ? { incoming } : {}));
  return site;
}

/** Two servers, of which the first has a rule and the other may have one. */
function named(onBoth: boolean, action: 'allows' | 'denies' = 'allows') {
  const site = architecture('shop');
  site.servers(2, 'server', (server, index) => {
    const web = server.webServer('web', { listens: http() });
    const wall = server.firewall('wall', { incoming: 'allow' });
    if (onBoth || index === 0) wall[action](anyone, web);
  });
  return site;
}

/** What stands behind it is open to the internet: a database and a shell, or neither. */
function withRoles(sensitive: boolean, servers = 1) {
  const site = architecture('shop');
  site.servers(servers, 'server', (server) => {
    server.firewall('wall', { incoming: 'allow' });
    server.webServer('web', { listens: sensitive ? { web: http(), shell: ssh() } : http() });
    if (sensitive) server.database('orders', { listens: mysql() });
  });
  return site;
}

const denying = (element: string) => ({ on: { element }, set: { incoming: 'deny' } });

testRule(rule, {
  valid: [
    { name: 'denies by default', model: guarded('deny', 2) },
    { name: 'no firewall is another rule’s', model: architecture('shop') },
  ],
  invalid: [
    {
      name: 'lets in by default',
      model: guarded('allow'),
      findings: [
        {
          at: 'server-1/wall',
          severity: 'high',
          message: 'wall lets in whatever no rule names.',
          evidence: ['server-1'],
          fix: [],
        },
      ],
    },
    {
      name: 'those that allow by name can deny the rest',
      model: named(true),
      findings: [{ fix: [denying('server-1/wall'), denying('server-2/wall')] }],
    },
    { name: 'one that does not would shut all out', model: named(false), findings: [{ fix: [] }] },
    { name: 'so would one that only denies', model: named(true, 'denies'), findings: [{ fix: [] }] },
    {
      name: 'on servers alike it is one finding',
      model: guarded('allow', 3),
      findings: [
        {
          at: ['server-1/wall', 'server-2/wall', 'server-3/wall'],
          message: /^wall on server-1, server-2 and server-3 let in/,
        },
      ],
    },
    {
      name: 'a web server behind it is meant to be reached',
      model: withRoles(false),
      findings: [{ severity: 'high', message: 'wall lets in whatever no rule names.' }],
    },
    {
      name: 'stores and shells that the internet reaches thereby make it worse',
      model: withRoles(true),
      findings: [
        {
          severity: 'critical',
          message: 'wall lets in whatever no rule names, and the internet reaches web and orders.',
          impact: /passwords/,
          evidence: ['server-1', 'server-1/web', 'server-1/orders'],
        },
      ],
    },
    {
      name: 'on servers alike it is one finding, whatever is behind them',
      model: withRoles(true, 2),
      findings: [
        { severity: 'critical', message: /^wall on server-1 and server-2 let in .* reaches web on server-1,/ },
      ],
    },
  ],
  cannotTell: [
    { name: 'there are rules, and they are not told', model: guarded('filtered'), missing: ['filtered'] },
    { name: 'nothing is told', model: guarded(undefined), missing: ['incoming'] },
  ],
});
