import { architecture, each } from '../../../src/index.js';
import rule from '../../../src/rules/availability/region-dr-missing.js';
import { testRule } from '../../../src/testing.js';

interface Told {
  readonly criticality?: 'high' | 'mission-critical';
  readonly recovery?: 'none' | 'backup and restore' | 'active-active';
  readonly environment?: 'staging';
}

function inRegions(names: readonly string[], told: Told, visited = true) {
  const site = architecture('shop', told);
  const apps = names.map((name) => {
    const region = site.region(name);
    const pair = ['a', 'b'].map((letter) => region.availabilityZone(`${name} ${letter}`));
    return pair.map((zone) => site.appServer(`app ${zone.name}`, { standsIn: zone }));
  });
  const stores = names.flatMap((name, index) =>
    apps[index]!.map((_, number) => site.objectStore(`pictures ${name} ${number}`)),
  );
  if (visited) site.user('visitor').visits(apps.flat());
  each(apps.flat()).reads(stores);
  return site;
}

/** One thing alone, in one zone. */
function alone(told: Told) {
  const site = architecture('shop', told);
  const app = site.appServer('app', { standsIn: site.region('Frankfurt') });
  site.user('visitor').visits(app);
  app.reads(site.objectStore('pictures'));
  return site;
}

const critical = { criticality: 'mission-critical' } as const;

testRule(rule, {
  valid: [
    { name: 'not that critical', model: inRegions(['Frankfurt'], { criticality: 'high', recovery: 'none' }) },
    { name: 'nothing said of how critical it is', model: inRegions(['Frankfurt'], { recovery: 'none' }) },
    {
      name: 'brought back elsewhere',
      model: inRegions(['Frankfurt'], { ...critical, recovery: 'backup and restore' }),
    },
    { name: 'two regions', model: inRegions(['Frankfurt', 'Paris'], { ...critical, recovery: 'active-active' }) },
    { name: 'two regions, and nothing said', model: inRegions(['Frankfurt', 'Paris'], critical) },
    { name: 'one thing in it is single: another rule’s', model: alone({ ...critical, recovery: 'active-active' }) },
    {
      name: 'not in production',
      model: inRegions(['Frankfurt'], { ...critical, recovery: 'none', environment: 'staging' }),
    },
    { name: 'nothing at all', model: architecture('empty', critical) },
  ],
  invalid: [
    {
      name: 'one region, and nothing elsewhere',
      model: inRegions(['Frankfurt'], { ...critical, recovery: 'none' }),
      findings: [
        {
          at: 'region/Frankfurt',
          severity: 'medium',
          message:
            'When Frankfurt fails, visitor can no longer read from pictures Frankfurt 0 and pictures Frankfurt 1.',
          impact: /for as long as the region is/,
        },
      ],
    },
    { name: 'also where one thing is single', model: alone({ ...critical, recovery: 'none' }), findings: [{}] },
    {
      name: 'said to serve in two regions, and does not',
      model: inRegions(['Frankfurt'], { recovery: 'active-active' }),
      findings: [{ at: 'region/Frankfurt', impact: /counts on a second region/ }],
    },
  ],
  cannotTell: [
    { name: 'nothing said of recovery', model: inRegions(['Frankfurt'], critical), missing: ['recovery'] },
    {
      name: 'nobody comes',
      model: inRegions(['Frankfurt'], { ...critical, recovery: 'none' }, false),
      missing: ['journeys'],
    },
  ],
});
