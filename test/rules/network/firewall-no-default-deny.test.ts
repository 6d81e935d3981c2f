import { anyone, architecture, http, mysql, type PacketPolicy, ssh } from '../../../src/index.js';
import rule from '../../../src/rules/network/firewall-no-default-deny.js';
import { type FindingEdit, testRule } from '../../../src/testing.js';

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

/** Visitors and a job come in to what listens to two ports; rules name the first alone, one of the two ports or neither. */
function used(named: 'visitors' | 'web' | 'shell' | 'none' | 'denied', job = true) {
  const site = architecture('shop');
  const web = site.appServer('web', { listens: { web: http(), shell: ssh() } });
  const wall = web.firewall('wall', { incoming: 'allow', outgoing: 'allow' });
  const visitor = site.user('visitor');
  if (named === 'denied') wall.denies('203.0.113.0/24', web);
  if (named === 'visitors' || named === 'denied') wall.allows(visitor, web.at.web);
  if (named === 'web') wall.allows(anyone, web.at.web);
  if (named === 'shell') wall.allows(anyone, web.at.shell);
  visitor.visits(web.at.web);
  if (job) site.worker('job').calls(web.at.web);
  web.calls(site.externalService('bank'));
  return site;
}

/** What comes in is for a group, of which a rule names each member or the first. */
function grouped(members: 1 | 2) {
  const site = architecture('shop');
  const zone = site.zone('zone');
  const apps = ['first', 'second'].map((name) => zone.appServer(name, { listens: http() }));
  const wall = zone.firewall('wall', { incoming: 'allow' });
  for (const app of apps.slice(0, members)) wall.allows(anyone, app);
  site.user('visitor').visits(site.cluster('group', apps));
  return site;
}

const allowing = (from: string): FindingEdit => ({
  on: { element: 'web/wall' },
  call: 'allows',
  args: [{ $element: from }, { $element: 'web' }, { ports: 80 }],
});
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
    { name: 'all that comes in is allowed', model: used('web'), findings: [{ fix: [denying('web/wall')] }] },
    {
      name: 'what comes in and is not named is allowed first',
      model: used('visitors'),
      findings: [{ fix: [allowing('job'), denying('web/wall')] }],
    },
    { name: 'all of it is named', model: used('visitors', false), findings: [{ fix: [denying('web/wall')] }] },
    {
      name: 'a rule for another port is none',
      model: used('shell'),
      findings: [{ fix: [allowing('user/visitor'), allowing('job'), denying('web/wall')] }],
    },
    {
      name: 'no rule at all',
      model: used('none'),
      findings: [{ fix: [allowing('user/visitor'), allowing('job'), denying('web/wall')] }],
    },
    { name: 'where a rule denies, nobody knows which comes first', model: used('denied'), findings: [{ fix: [] }] },
    { name: 'a group whose members are named', model: grouped(2), findings: [{ fix: [denying('zone/wall')] }] },
    { name: 'a group of which one is not', model: grouped(1), findings: [{ fix: [] }] },
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
