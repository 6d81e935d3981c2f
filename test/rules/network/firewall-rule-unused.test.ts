import { audit } from '../../../src/audit/audit.js';
import { anyone, architecture, http, mysql, ssh, tcp } from '../../../src/index.js';
import rule from '../../../src/rules/network/firewall-rule-unused.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';

type Step = 'web' | 'figures' | 'more figures' | 'everything' | 'shell' | 'data' | 'block' | 'deny';

interface Wanted {
  readonly servers?: number;
  readonly complete?: boolean;
  /** Somebody reads the figures of the first server. */
  readonly watched?: boolean;
}

function guarded(steps: readonly Step[], { servers = 1, complete = true, watched }: Wanted = {}) {
  const site = architecture('shop', complete ? { complete: ['flows'] } : {});
  const visitor = site.user('visitor');
  const probe = site.zone('operations').monitoringService('probe');
  site.servers(servers, 'server', (server, index) => {
    const web = server.webServer('web', { listens: { web: http(), shell: ssh(), figures: tcp(9100) } });
    const data = server.database('data', { listens: mysql() });
    const wall = server.firewall('wall', { incoming: 'deny' });
    visitor.visits(web.at.web);
    for (const step of steps) {
      if (step === 'web') wall.allows(anyone, web.at.web);
      if (step === 'figures') wall.allows(probe, web.at.figures);
      if (step === 'more figures') wall.allows('10.8.0.0/24', web.at.figures);
      if (step === 'everything') wall.allows(anyone, server);
      if (step === 'shell') wall.allows(anyone, server, { ports: 22 });
      if (step === 'data') wall.allows(anyone, data);
      if (step === 'block') wall.allows('10.8.0.0/24', data);
      if (step === 'deny') wall.denies('10.8.0.0/24', web.at.figures);
    }
    if (watched && index === 0) probe.watches(web.at.figures);
  });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'no rules', model: guarded([]) },
    { name: 'a rule that visitors need', model: guarded(['web']) },
    { name: 'a rule that the monitoring needs', model: guarded(['web', 'figures'], { watched: true }) },
    { name: 'a rule that denies', model: guarded(['deny']) },
    { name: 'one that opens every port is another rule’s', model: guarded(['web', 'everything']) },
    { name: 'one that opens a shell is another rule’s', model: guarded(['web', 'shell']) },
    { name: 'one that opens a store is another rule’s', model: guarded(['web', 'data']) },
    {
      name: 'flows are not all told, and each rule leads where one goes',
      model: guarded(['web'], { complete: false }),
    },
    { name: 'flows are not all told, and a rule denies', model: guarded(['web', 'deny'], { complete: false }) },
  ],
  invalid: [
    {
      name: 'nobody reads the figures',
      model: guarded(['web', 'figures']),
      findings: [
        {
          at: 'server-1/wall',
          severity: 'low',
          message: 'Rule 2 of wall allows what no declared flow needs.',
        },
      ],
    },
    {
      name: 'several, on servers alike',
      model: guarded(['figures', 'web', 'more figures'], { servers: 2 }),
      findings: [
        {
          at: ['server-1/wall', 'server-2/wall'],
          message: 'Rule 1 and rule 3 of wall on server-1 and server-2 allow what no declared flow needs.',
        },
      ],
    },
    {
      name: 'on one of two',
      model: guarded(['web', 'figures'], { servers: 2, watched: true }),
      findings: [{ at: 'server-2/wall' }],
    },
  ],
  cannotTell: [
    {
      name: 'flows are not all told, and none leads there',
      model: guarded(['block'], { complete: false }),
      missing: ['complete: flows'],
    },
  ],
});

const fixOf = (site: object) => audit(build(site)[0]!, { today: '2026-11-21', rules: [rule] }).findings[0]?.fix;

test('takes a statement away where all that it makes is in vain', () => {
  expect(fixOf(guarded(['web', 'figures'], { servers: 2 }))).toEqual([
    { remove: expect.objectContaining({ file: expect.stringContaining('firewall-rule-unused') }) },
  ]);
  expect(fixOf(guarded(['web', 'figures'], { servers: 2, watched: true }))).toBeUndefined();
});
