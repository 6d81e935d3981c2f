import { anyone, architecture, http, type PacketPolicy } from '../../../src/index.js';
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
  ],
  cannotTell: [
    { name: 'there are rules, and they are not told', model: guarded('filtered'), missing: ['filtered'] },
    { name: 'nothing is told', model: guarded(undefined), missing: ['incoming'] },
  ],
});
