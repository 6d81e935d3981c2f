import { architecture, type Site } from '../../../src/index.js';
import rule from '../../../src/rules/data/db-no-replica.js';
import { testRule } from '../../../src/testing.js';

function readOnly(facts: Parameters<typeof architecture>[1] = {}, visited = true): Site {
  const site = architecture('catalogue', facts);
  const app = site.appServer('app');
  if (visited) site.user('visitor').visits(app);
  app.reads(site.database('products'));
  return site;
}

function copied(readsBoth: boolean) {
  const site = architecture('catalogue');
  const [first, second] = site.servers(2, 'data', (server) => server.database('products', { engine: 'mysql' }));
  second?.replicates(first!, { failover: 'manual' });
  const app = site.appServer('app');
  site.user('visitor').visits(app);
  app.reads(readsBoth ? [first!, second!] : first!);
  return site;
}

function written() {
  const site = architecture('shop', { complete: ['replication'] });
  site.appServer('app').writes(site.database('orders'));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'two copies, either is read', model: copied(true) },
    { name: 'not in production', model: readOnly({ environment: 'test' }) },
    { name: 'the lone writer is another rule’s', model: written() },
  ],
  invalid: [
    {
      name: 'the one copy that visitors read',
      model: readOnly(),
      findings: [
        {
          at: 'products',
          severity: 'high',
          message: 'Nothing in the model stands in for products.',
          evidence: ['app reads products'],
        },
      ],
    },
    {
      name: 'nobody visits, and the model tells all copies',
      model: readOnly({ complete: ['replication'] }, false),
      findings: [{ at: 'products' }],
    },
    {
      name: 'a copy that nobody reads',
      model: copied(false),
      findings: [
        {
          at: 'data-1/products',
          message: 'products on data-1 alone is read, although it has copies: products on data-2.',
        },
      ],
    },
  ],
  cannotTell: [{ name: 'copies are untold', model: readOnly({}, false), missing: ['complete: replication'] }],
});
