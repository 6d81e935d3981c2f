import { anyone, architecture } from '../../../src/index.js';
import rule from '../../../src/rules/availability/spof-firewall.js';
import { testRule } from '../../../src/testing.js';

function guarded(facts: object, environment?: 'staging') {
  const site = architecture('shop', environment ? { environment } : {});
  const zone = site.zone('inside');
  const app = zone.appServer('app');
  zone.firewall('wall', { incoming: 'deny', ...facts }).allows(anyone, app);
  site.user('visitor').visits(app);
  app.reads(zone.objectStore('pictures'));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'a filter of the zone, not a box', model: guarded({}) },
    { name: 'a pair of boxes', model: guarded({ appliance: true, instances: 2 }) },
    { name: 'a box that lets everything through when it fails', model: guarded({ appliance: true, failMode: 'open' }) },
    { name: 'not in production', model: guarded({ appliance: true }, 'staging') },
  ],
  invalid: [
    {
      name: 'one box in the way',
      model: guarded({ appliance: true }),
      findings: [
        { at: 'inside/wall', severity: 'high', message: 'When wall fails, visitor can no longer read from pictures.' },
      ],
    },
    {
      name: 'one box that closes when it fails',
      model: guarded({ appliance: true, failMode: 'closed' }),
      findings: [{ at: 'inside/wall', evidence: ['user/visitor visits inside/app'] }],
    },
  ],
});
