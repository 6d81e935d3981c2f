import { anyone, architecture, http, ssh } from '../../../src/index.js';
import rule from '../../../src/rules/network/firewall-rule-dead.js';
import { type FindingEdit, testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';

type Step = 'allow all' | 'allow web' | 'deny block' | 'deny shell';

function guarded(steps: readonly Step[], servers = 1) {
  const site = architecture('shop', { complete: ['firewalls'] });
  site.servers(servers, 'server', (server) => {
    const web = server.webServer('web', { listens: { web: http(), shell: ssh() } });
    const wall = server.firewall('wall', { incoming: 'deny', outgoing: 'allow' });
    for (const step of steps) {
      if (step === 'allow all') wall.allows(anyone, server);
      if (step === 'allow web') wall.allows(anyone, web.at.web);
      if (step === 'deny block') wall.denies('203.0.113.0/24', web.at.web);
      if (step === 'deny shell') wall.denies(anyone, web.at.shell);
    }
  });
  return site;
}

/** The statements of some rules, counted from 1. */
function removed(site: ReturnType<typeof guarded>, ...numbers: readonly number[]): readonly FindingEdit[] {
  const rules = build(site)[0]!.byKind.firewall[0]!.rules!;
  return numbers.map((number) => ({ remove: rules[number - 1]!.at! }));
}

const saidAgain = guarded(['allow all', 'allow web'], 2);
const saidTwice = guarded(['allow all', 'allow web', 'deny shell', 'allow web']);
const severalAgain = guarded(['allow all', 'allow web', 'allow web']);

function untold() {
  const site = architecture('shop');
  site.server('server').firewall('wall', { incoming: 'filtered' });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'no firewall', model: architecture('shop') },
    { name: 'the exception comes before the rule', model: guarded(['deny block', 'allow web']) },
    { name: 'each rule takes packets of its own', model: guarded(['allow web', 'deny shell']) },
    { name: 'a firewall without rules', model: guarded([]) },
  ],
  invalid: [
    {
      name: 'an exception that comes too late',
      model: guarded(['allow web', 'deny block']),
      findings: [
        {
          at: 'server-1/wall',
          severity: 'medium',
          message: 'Rule 2 of wall never matches: earlier rules take all its packets, and decide some the other way.',
          fix: [],
        },
      ],
    },
    {
      name: 'a rule that says again what is allowed',
      model: guarded(['allow all', 'allow web']),
      findings: [
        {
          at: 'server-1/wall',
          severity: 'low',
          message: 'Rule 2 of wall never matches: earlier rules take all its packets, and decide alike.',
        },
      ],
    },
    {
      name: 'several, of which those that decide otherwise are told',
      model: guarded(['allow all', 'allow web', 'deny block', 'deny shell']),
      findings: [{ at: 'server-1/wall', message: /^Rule 3 and rule 4 of wall never match: .* the other way\.$/ }],
    },
    {
      name: 'on servers alike it is written once, and goes once',
      model: saidAgain,
      findings: [{ at: ['server-1/wall', 'server-2/wall'], fix: removed(saidAgain, 2) }],
    },
    {
      name: 'where one decides otherwise, nobody but the author knows which was meant',
      model: saidTwice,
      findings: [{ at: 'server-1/wall', message: /^Rule 3 of/, fix: [] }],
    },
    {
      name: 'what is written where a living rule is stays',
      model: guarded(['allow web', 'allow web']),
      findings: [{ at: 'server-1/wall', message: /^Rule 2 of/, fix: [] }],
    },
    {
      name: 'several that decide alike',
      model: severalAgain,
      findings: [
        {
          at: 'server-1/wall',
          severity: 'low',
          message: /^Rule 2 and rule 3 of wall never match: .* alike\.$/,
          fix: removed(severalAgain, 2),
        },
      ],
    },
    {
      name: 'on servers alike it is one finding',
      model: guarded(['allow web', 'deny block'], 3),
      findings: [
        {
          at: ['server-1/wall', 'server-2/wall', 'server-3/wall'],
          message: /^Rule 2 of wall on server-1, server-2 and server-3 never matches/,
        },
      ],
    },
  ],
  cannotTell: [{ name: 'there are rules, and they are not told', model: untold(), missing: ['filtered'] }],
});
