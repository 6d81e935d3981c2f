import { type Aspect, architecture, type Environment, ssh } from '../../../src/index.js';
import rule from '../../../src/rules/access/admin-no-bastion.js';
import { testRule } from '../../../src/testing.js';

type Way = 'bastion' | 'vpn' | 'bastions' | 'server' | 'broker' | 'nat';

interface Given {
  readonly through?: Way;
  readonly exists?: 'bastion' | 'vpn';
  readonly complete?: Aspect;
  readonly environment?: Environment;
  readonly users?: readonly string[];
}

function administered({ through, exists, complete, environment = 'production', users = ['operator'] }: Given) {
  const site = architecture('shop', { environment, complete: complete ? [complete] : [] });
  const ways = {
    bastion: () => site.bastion('jump'),
    vpn: () => site.vpnGateway('tunnel'),
    bastions: () => site.cluster('jumps', [site.bastion('jump 1'), site.bastion('jump 2')]),
    server: () => site.server('jump host'),
    broker: () => site.externalService('broker'),
    nat: () => site.natGateway('nat'),
  };
  if (exists) ways[exists]();
  const facts = through ? { through: ways[through]() } : {};
  const server = site.server('server');
  for (const name of users) site.user(name).administers(server, facts);
  return site;
}

function administers(what: 'bastion' | 'vpn' | 'cdn' | 'waf' | 'dns' | 'outside' | 'zone' | 'database') {
  const site = architecture('shop', { complete: ['flows'] });
  const targets = {
    bastion: () => site.bastion('jump'),
    vpn: () => site.vpnGateway('tunnel'),
    cdn: () => site.cdn('cdn'),
    waf: () => site.waf('waf'),
    dns: () => site.dns('example.org'),
    outside: () => site.externalService('bank'),
    zone: () => site.zone('inside'),
    database: () => site.database('orders'),
  };
  site.user('operator').administers(targets[what]());
  return site;
}

/** Past the bastion, with a firewall that lets in to nothing but the bastion, or to the server too. */
function guarded(lets: 'bastion' | 'server') {
  const site = architecture('shop', { complete: ['firewalls'] });
  const server = site.server('server');
  const jump = server.bastion('jump', { listens: ssh() });
  const wall = server.firewall('wall', { incoming: 'deny' });
  wall.allows('198.51.100.0/24', jump);
  if (lets === 'server') wall.allows('198.51.100.0/24', server, { ports: 22 });
  site.user('operator').administers(server);
  return site;
}

/** One looks after both servers, one after both in another order, and one after the first alone. */
function apart() {
  const site = architecture('shop', { complete: ['flows'] });
  const [first, second] = [site.server('first'), site.server('second')] as const;
  site.user('operator').administers([first, second]);
  site.user('developer').administers([second, first]);
  site.user('supplier').administers(first);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'through a bastion', model: administered({ through: 'bastion' }) },
    { name: 'through a VPN', model: administered({ through: 'vpn', complete: 'flows' }) },
    { name: 'through one of two bastions', model: administered({ through: 'bastions' }) },
    { name: 'past it, where the firewall lets nobody', model: guarded('bastion') },
    { name: 'outside of production', model: administered({ complete: 'flows', environment: 'test' }) },
    ...(['bastion', 'vpn', 'cdn', 'waf', 'dns', 'outside'] as const).map((what) => ({
      name: `what stands outside is administered there: ${what}`,
      model: administers(what),
    })),
  ],
  invalid: [
    {
      name: 'the flows are complete',
      model: administered({ complete: 'flows' }),
      findings: [
        {
          at: 'user/operator',
          severity: 'high',
          message: 'No bastion and no VPN stands between operator and server, which they administer.',
          evidence: ['user/operator administers server'],
          fix: [],
        },
      ],
    },
    { name: 'the firewalls are complete', model: administered({ complete: 'firewalls' }), findings: [{}] },
    {
      name: 'there is a bastion, and they go past it',
      model: administered({ exists: 'bastion' }),
      findings: [
        {
          message: 'Past jump, operator can administer server directly.',
          evidence: ['jump'],
          fix: [{ on: { flow: 'user/operator administers server' }, set: { through: { $element: 'jump' } } }],
        },
      ],
    },
    {
      name: 'there is a VPN, and they go past it',
      model: administered({ exists: 'vpn' }),
      findings: [{ message: 'Past tunnel, operator can administer server directly.' }],
    },
    { name: 'past it, where the firewall lets them', model: guarded('server'), findings: [{}] },
    {
      name: 'through a server, past the bastion that there is',
      model: administered({ through: 'server', exists: 'bastion' }),
      findings: [{ message: 'Past jump, operator can administer server directly.', fix: [] }],
    },
    { name: 'through something else', model: administered({ through: 'nat' }), findings: [{}] },
    {
      name: 'two who go the same way are one finding',
      model: administered({ complete: 'flows', users: ['operator', 'developer'] }),
      findings: [{ at: ['user/operator', 'user/developer'], message: /between operator and developer and server/ }],
    },
    {
      name: 'who go elsewhere are another finding',
      model: apart(),
      findings: [
        { at: ['user/operator', 'user/developer'], message: /and first and second, which/ },
        { at: 'user/supplier', message: /and first, which/ },
      ],
    },
    { name: 'a zone', model: administers('zone'), findings: [{ message: /and inside, which/ }] },
    { name: 'a database', model: administers('database'), findings: [{ message: /and orders, which/ }] },
  ],
  cannotTell: [
    {
      name: 'through a server that may be a bastion',
      model: administered({ through: 'server', complete: 'flows' }),
      missing: ['through'],
    },
    {
      name: 'through a service of others that may be one',
      model: administered({ through: 'broker' }),
      missing: ['through'],
    },
    { name: 'untold', model: administered({}), missing: ['through'] },
    { name: 'other things are complete', model: administered({ complete: 'alerts' }), missing: ['through'] },
  ],
});
