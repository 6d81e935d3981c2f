import { anyone, architecture, http } from '../../../src/index.js';
import rule from '../../../src/rules/network/flow-not-allowed.js';
import { testRule } from '../../../src/testing.js';

function shop(allowed: boolean, stateful = true) {
  const site = architecture('shop');
  const web = site.webServer('web', { listens: http() });
  const wall = web.firewall('wall', { incoming: 'deny', outgoing: stateful ? 'allow' : 'deny', stateful });
  if (allowed) wall.allows(anyone, web);
  site.user('visitor').visits(web);
  site.user('clerk').visits(web);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'allowed', model: shop(true) },
    { name: 'no firewall', model: architecture('shop') },
  ],
  invalid: [
    {
      name: 'forgotten: one finding for the firewall',
      model: shop(false),
      findings: [
        {
          at: 'web/wall',
          severity: 'medium',
          message: "wall blocks 'visitor visits web' and 'clerk visits web'.",
          evidence: ['user/visitor visits web', 'user/clerk visits web'],
        },
      ],
    },
    {
      name: 'the reply is forgotten',
      model: shop(true, false),
      findings: [
        { at: 'web/wall', message: "wall lets 'visitor visits web' and 'clerk visits web' in and blocks the replies." },
      ],
    },
  ],
});
