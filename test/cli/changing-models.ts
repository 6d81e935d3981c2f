/** Models before and after a change, as users write them. */

/** One server does everything, behind a firewall. */
export const before = `import { anyone, architecture, http, https, mysql } from 'stanchion';

const site = architecture('Shop', { complete: ['firewalls', 'monitoring'] });
const visitor = site.user('visitor');
const certificate = site.certificate('www', { expires: '2027-06-30' });
const server = site.server('server', { mtbf: '1 year', mttr: '4 hours' });
const lb = server.loadBalancer('haproxy', { listens: https(certificate) });
const web = server.appServer('shop', { listens: http({ port: 8080 }), capacity: { requestsPerSecond: 250 } });
const db = server.database('mysql', { listens: mysql(), holds: ['personal'], encryptedAtRest: false });
server.firewall('firewall', { incoming: 'deny' }).allows(anyone, lb);

visitor.visits(lb, { requestsPerSecond: 200 });
lb.balances(web);
web.reads(db);
web.writes(db);
site.journey('buy', { from: visitor, writes: db, objective: 0.999 });

export default site;
`;

/** The database has moved to a server of its own; more is open, more comes, and less is told and asked. */
export const after = before
  .replace("['firewalls', 'monitoring']", "['firewalls']")
  .replace(
    'const db = server.',
    "const store = site.server('store', { mtbf: '1 year', mttr: '4 hours' });\nconst db = store.",
  )
  .replace(', encryptedAtRest: false', '')
  .replace('allows(anyone, lb)', 'allows(anyone, [lb, web])')
  .replace('requestsPerSecond: 200', 'requestsPerSecond: 300')
  .replace('objective: 0.999', 'objective: 0.995');

/** A name that tries to be markup, a path and the cursor's master. */
export const hostile = (servers: number) => `import { architecture, http } from 'stanchion';

const site = architecture('.. <script>|\`x\`| [a](https:example.org)');
const visitor = site.user('visitor', { description: '\\u001b[31m\\u202e <b>' + ${servers} });
for (let number = 1; number <= ${servers}; number += 1)
  visitor.visits(site.server('.. <b>|' + number).webServer('nginx | # @someone', { listens: http() }));

export default site;
`;
