import { audit } from '../../../src/audit/audit.js';
import { anyone, architecture, http, type Ports, ssh, tcp } from '../../../src/index.js';
import rule from '../../../src/rules/network/admin-port-internet.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';

interface Wanted {
  readonly from?: 'anyone' | 'block' | 'nobody' | 'everything';
  readonly incoming?: 'deny' | 'filtered' | 'allow';
  readonly servers?: number;
  readonly port?: number;
  readonly administered?: boolean;
}

function guarded({ from = 'anyone', incoming, servers = 1, port, administered }: Wanted) {
  const site = architecture('shop');
  site.servers(servers, 'server', (server) => {
    const web = server.webServer('web', { listens: { web: http(), shell: port ? tcp(port) : ssh({ port: 2222 }) } });
    if (administered) site.user('operator').administers(web.at.shell);
    const wall = server.firewall('wall', incoming ? { incoming } : {});
    if (incoming === 'deny') wall.allows(anyone, web.at.web);
    if (from === 'anyone') wall.allows(anyone, web.at.shell);
    if (from === 'block') wall.allows('203.0.113.0/24', web.at.shell);
    if (from === 'everything') wall.allows(anyone, server);
  });
  return site;
}

/** Nothing is told to listen there. */
function byNumber(ports: Ports | readonly Ports[], outer?: Ports) {
  const site = architecture('shop');
  const zone = site.zone('zone', { open: true });
  const server = zone.server('server');
  if (outer) zone.firewall('outer', { incoming: 'deny' }).allows(anyone, server, { ports: outer });
  server.firewall('wall', { incoming: 'deny' }).allows(anyone, server, { ports });
  return site;
}

/** Two statements open two ways to administer one server. */
function twice(first: Ports = 22, second: Ports = 3389) {
  const site = architecture('shop');
  const server = site.server('server');
  const wall = server.firewall('wall', { incoming: 'deny' });
  wall.allows(anyone, server, { ports: first });
  wall.allows(anyone, server, { ports: second });
  return site;
}

function dead() {
  const site = architecture('shop');
  const server = site.server('server');
  const wall = server.firewall('wall', { incoming: 'deny' });
  wall.denies(anyone, server, { ports: '1-1000' });
  wall.allows(anyone, server, { ports: 22 });
  wall.allows(anyone, server, { ports: 8080 });
  return site;
}

function gate() {
  const site = architecture('shop');
  const bastion = site.bastion('bastion', { listens: ssh() });
  bastion.firewall('wall', { incoming: 'deny' }).allows(anyone, bastion);
  return site;
}

const bare = (complete: boolean) => {
  const site = architecture('shop', complete ? { complete: ['firewalls'] } : {});
  site.webServer('web', { listens: ssh() });
  return site;
};

testRule(rule, {
  valid: [
    { name: 'nothing to administer', model: architecture('shop') },
    { name: 'from a block', model: guarded({ from: 'block', incoming: 'deny' }) },
    { name: 'from nowhere', model: guarded({ from: 'nobody', incoming: 'deny' }) },
    { name: 'the default of the firewall is another rule’s', model: guarded({ from: 'nobody', incoming: 'allow' }) },
    { name: 'a rule for every port is another rule’s', model: guarded({ from: 'everything', incoming: 'deny' }) },
    { name: 'no firewall at all is another rule’s', model: bare(true) },
    { name: 'another port', model: guarded({ incoming: 'deny', port: 3388 }) },
    { name: 'a bastion', model: gate() },
    { name: 'a port beside, by number', model: byNumber([21, '24-100', 'udp 22']) },
    { name: 'a firewall around keeps it shut', model: byNumber([22, 443], 443) },
    { name: 'a rule that never matches', model: dead() },
    {
      name: 'ports of one’s own',
      model: byNumber(3389),
      options: { ports: [22] },
    },
  ],
  invalid: [
    {
      name: 'secure shell on whatever port',
      model: guarded({ incoming: 'deny' }),
      findings: [
        {
          at: 'server-1',
          severity: 'critical',
          message: 'Rule 2 of wall lets the internet in to port 2222 of server-1.',
          evidence: ['server-1/wall'],
        },
      ],
    },
    {
      name: 'remote desktop, on servers alike',
      model: guarded({ incoming: 'deny', servers: 2, port: 3389 }),
      findings: [
        {
          at: ['server-1', 'server-2'],
          message:
            'Rule 2 of wall on server-1 and server-2 lets the internet in to port 3389 of server-1 and server-2.',
        },
      ],
    },
    {
      name: 'by number, whatever listens there',
      model: byNumber(['20-23', 443]),
      findings: [{ at: 'zone/server', message: 'Rule 1 of wall lets the internet in to ports 22, 23 of server.' }],
    },
    {
      name: 'two statements on one server are two findings',
      model: twice(),
      findings: [
        { at: 'server', message: 'Rule 1 of wall lets the internet in to port 22 of server.' },
        { at: 'server', message: 'Rule 2 of wall lets the internet in to port 3389 of server.' },
      ],
    },
    {
      name: 'through two firewalls',
      model: byNumber(22, '22-80'),
      findings: [{ at: 'zone/server', message: 'Rule 1 of wall lets the internet in to port 22 of server.' }],
    },
  ],
  cannotTell: [
    { name: 'no firewall is told', model: bare(false), missing: ['complete: firewalls'] },
    { name: 'rules are not told', model: guarded({ from: 'nobody', incoming: 'filtered' }), missing: ['filtered'] },
    { name: 'the default is not told', model: guarded({ from: 'nobody' }), missing: ['incoming'] },
  ],
});

const printsOf = (site: object) =>
  audit(build(site)[0]!, { today: '2026-11-21', rules: [rule] }).findings.map(({ fingerprint }) => fingerprint);

test('is the same finding whatever the number of the rule, and another for another port', () => {
  expect(printsOf(twice(3389, 22)).sort()).toEqual(printsOf(twice(22, 3389)).sort());
  expect(printsOf(twice(443, 22))).toEqual(printsOf(twice(22, 443)));
  expect(printsOf(twice(443, 22))).not.toEqual(printsOf(twice(443, '22-23')));
});

const fixOf = (site: object) => audit(build(site)[0]!, { today: '2026-11-21', rules: [rule] }).findings[0]?.fix;

test('takes away the statement where nobody is told to come in that way', () => {
  const statement = { remove: expect.objectContaining({ file: expect.stringContaining('admin-port-internet') }) };
  expect(fixOf(guarded({ incoming: 'deny', servers: 2 }))).toEqual([statement]);
  expect(fixOf(guarded({ incoming: 'deny', administered: true }))).toBeUndefined();
  expect(fixOf(byNumber([22, 443]))).toBeUndefined();
});
