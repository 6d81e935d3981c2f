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

/** The reply of one is forgotten, and all of the other. */
function both() {
  const site = architecture('shop');
  const server = site.server('server');
  const web = server.webServer('web', { listens: http() });
  const app = server.appServer('app', { listens: http({ port: 8080 }) });
  server.firewall('wall', { incoming: 'deny', outgoing: 'deny', stateful: false }).allows(anyone, web);
  site.user('visitor').visits(web);
  site.user('clerk').visits(app);
  return site;
}

/** Two of one name, on two servers. */
function twins() {
  const site = architecture('shop');
  const webs = site.servers(2, 'server', (server) => server.webServer('web', { listens: http() }));
  for (const web of webs) web.firewall('wall', { incoming: 'deny', outgoing: 'allow' });
  site.user('visitor').visits(webs[0]!);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'allowed', model: shop(true) },
    { name: 'no firewall', model: architecture('shop') },
  ],
  invalid: [
    {
      name: 'those of one name are told apart',
      model: twins(),
      findings: [{ message: "wall on server-1 blocks 'visitor visits web on server-1'." }],
    },
    {
      name: 'forgotten: one finding for the firewall',
      model: shop(false),
      findings: [
        {
          at: 'web/wall',
          severity: 'medium',
          message: "wall blocks 'visitor visits web' and 'clerk visits web'.",
          evidence: ['user/visitor visits web', 'user/clerk visits web'],
          fix: ['user/visitor', 'user/clerk'].map((user) => ({
            on: { element: 'web/wall' },
            call: 'allows',
            args: [{ $element: user }, { $element: 'web' }],
          })),
        },
      ],
    },
    {
      name: 'a reply and a request are forgotten',
      model: both(),
      findings: [{ message: "wall blocks 'visitor visits web' and 'clerk visits app'." }],
    },
    {
      name: 'the reply is forgotten',
      model: shop(true, false),
      findings: [
        {
          at: 'web/wall',
          message: "wall lets 'visitor visits web' and 'clerk visits web' in and blocks the replies.",
          fix: [],
        },
      ],
    },
  ],
});
