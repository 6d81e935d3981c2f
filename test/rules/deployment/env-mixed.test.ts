import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/deployment/env-mixed.js';
import { testRule } from '../../../src/testing.js';

type Environment = 'production' | 'staging' | 'test' | 'development';

function oneZone(...environments: readonly Environment[]) {
  const site = architecture('shop');
  const inside = site.zone('inside');
  for (const environment of environments) inside.server(environment, { environment }).webServer('web');
  return site;
}

/** Zones in zones: what counts is the innermost. */
function nested(inner: Environment, outer: Environment) {
  const site = architecture('shop');
  const outside = site.zone('outer', { environment: outer });
  outside.webServer('web');
  outside.zone('inner', { environment: inner }).webServer('other');
  return site;
}

function hypervisor(role: 'hypervisor' | 'rack') {
  const site = architecture('shop');
  const box = site.failureDomain('box', { role });
  const shop = site.zone('shop');
  const trial = site.zone('trial', { environment: 'test' });
  shop.server('live', { standsIn: box });
  trial.server('trial-1', { standsIn: box });
  return site;
}

function both() {
  const site = architecture('shop');
  const box = site.failureDomain('box', { role: 'hypervisor' });
  const zone = site.zone('inside');
  zone.server('live', { standsIn: box });
  zone.server('trial', { standsIn: box, environment: 'test' });
  return site;
}

function onTheSite(where: 'both' | 'production in a zone' | 'test in a zone') {
  const site = architecture('shop');
  const zone = site.zone('inside');
  (where === 'production in a zone' ? zone : site).server('live');
  (where === 'test in a zone' ? zone : site).server('trial', { environment: 'test' });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'production alone', model: oneZone('production') },
    { name: 'no production', model: oneZone('test', 'staging') },
    { name: 'a zone of its own inside', model: nested('test', 'production') },
    { name: 'production in a zone of its own', model: nested('production', 'test') },
    { name: 'the same rack', model: hypervisor('rack') },
    { name: 'production stands in a zone, and the test does not', model: onTheSite('production in a zone') },
    { name: 'the test stands in a zone, and production does not', model: onTheSite('test in a zone') },
  ],
  invalid: [
    {
      name: 'one zone',
      model: oneZone('production', 'test'),
      findings: [
        {
          at: 'inside',
          severity: 'high',
          message: 'Production shares inside with test (test).',
          evidence: ['inside/production', 'inside/test'],
        },
      ],
    },
    {
      name: 'several others are one finding',
      model: oneZone('production', 'test', 'staging'),
      findings: [{ at: 'inside', message: 'Production shares inside with test and staging (test and staging).' }],
    },
    {
      name: 'what runs on no server',
      model: nestedAlike(),
      findings: [{ at: 'inside', message: 'Production shares inside with trial (development).' }],
    },
    {
      name: 'one hypervisor below two zones',
      model: hypervisor('hypervisor'),
      findings: [{ at: 'failureDomain/box', message: 'Production shares box with trial-1 (test).' }],
    },
    { name: 'the closest place is told', model: both(), findings: [{ at: 'failureDomain/box' }] },
  ],
  cannotTell: [{ name: 'no zone is told', model: onTheSite('both'), missing: ['zone'] }],
});

function nestedAlike() {
  const site = architecture('shop', { environment: 'development' });
  const inside = site.zone('inside');
  inside.server('live', { environment: 'production' });
  inside.webServer('trial');
  return site;
}
