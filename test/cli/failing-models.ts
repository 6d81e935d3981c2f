/** Models for the tests of `simulate` and `explain`, as users write them. */

/** Two servers behind one balancer, a provider, a certificate that runs out, names with blanks and in other scripts. */
export const shop = `import { architecture, each, http, https, mysql } from 'stanchion';

const site = architecture('Twin shop', { complete: ['monitoring'] });
const visitor = site.user('visitor');
const region = site.region('Europe', { provider: 'Example Cloud' });
const zoneA = region.availabilityZone('zone a');
const lb = site.server('front desk', { standsIn: zoneA }).loadBalancer('балансер', {
  listens: https(site.certificate('www', { expires: '2027-01-31' })),
});
const stack = site.servers(2, 'server', (server) => {
  const app = server.appServer('app', { listens: http() });
  const db = server.database('db', { engine: 'mysql', listens: mysql() });
  return { app, db };
});
const [primary, replica] = stack;
replica.db.replicates(primary.db, { failover: 'none' });
visitor.visits(lb);
lb.balances(each(stack).app);
each(stack).app.reads([primary.db, replica.db]);
each(stack).app.writes(primary.db);

export default site;
`;

/** Nobody comes, nothing is stored. */
export const quiet = `import { architecture } from 'stanchion';

const site = architecture('Quiet');
site.server('alone').webServer('nginx');

export default site;
`;
