import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/data/db-replica-same-domain.js';
import { testRule } from '../../../src/testing.js';

function onOneServer() {
  const site = architecture('shop');
  const server = site.server('box');
  const primary = server.database('primary', { engine: 'mysql' });
  server.database('replica', { engine: 'mysql' }).replicates(primary);
  return site;
}

/** A primary with replicas, each in the zone of its letter. */
function inZones(...letters: readonly ('a' | 'b')[]) {
  const site = architecture('shop');
  const region = site.region('Frankfurt');
  const zones = { a: region.availabilityZone('zone a'), b: region.availabilityZone('zone b') };
  const primary = site.database('primary', { engine: 'mysql', standsIn: zones.a });
  for (const [index, letter] of letters.entries()) {
    site.database(`replica ${index + 1}`, { engine: 'mysql', standsIn: zones[letter] }).replicates(primary);
  }
  return site;
}

function inRegions() {
  const site = architecture('shop');
  const primary = site.database('primary', { engine: 'mysql', standsIn: site.region('Frankfurt') });
  site.database('replica', { engine: 'mysql', standsIn: site.region('Paris') }).replicates(primary);
  return site;
}

function onServers() {
  const site = architecture('shop');
  const [primary, replica] = site.servers(2, 'data', (server) => server.database('orders', { engine: 'mysql' }));
  replica?.replicates(primary!);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'another availability zone', model: inZones('b') },
    { name: 'one replica of two elsewhere', model: inZones('a', 'b') },
    { name: 'another region', model: inRegions() },
    { name: 'no replica', model: inZones() },
  ],
  invalid: [
    {
      name: 'one server',
      model: onOneServer(),
      findings: [
        {
          at: 'box/primary',
          severity: 'high',
          message: 'primary and replica go down together with box.',
          evidence: ['box/replica', 'box', 'box/replica replicates box/primary'],
        },
      ],
    },
    {
      name: 'one availability zone',
      model: inZones('a', 'a'),
      findings: [{ at: 'primary', message: 'primary, replica 1 and replica 2 go down together with zone a.' }],
    },
  ],
  cannotTell: [{ name: 'two servers in places untold', model: onServers(), missing: ['standsIn'] }],
});
