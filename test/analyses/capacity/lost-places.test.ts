import { analyseLoad } from '../../../src/analyses/capacity/analyse-load.js';
import type { Kind } from '../../../src/vocabulary/kinds.js';
import { draft } from '../support/document.js';

/** Two web servers share 100 requests per second, the second one in a place. A network zone fails where it says how often. */
function besideOneIn(kind: Kind, holdsDomain = false) {
  const d = draft();
  d.element('user', 'user');
  d.element('loadBalancer', 'lb');
  const loose = kind !== 'zone' && kind !== 'server';
  d.element(kind, 'place', kind === 'zone' ? { facts: { availability: 0.99 } } : {});
  if (holdsDomain) d.element('availabilityZone', 'part', { in: 'place' });
  const standing = holdsDomain ? 'part' : 'place';
  d.element('webServer', 'free');
  d.element('webServer', 'inside', loose ? { facts: { standsIn: [standing] } } : { in: standing });
  d.flow('user', 'visits', 'lb', { requestsPerSecond: 100 });
  d.pool('lb', 'balances', ['free', 'inside'], { facts: { healthCheck: true } });
  const load = analyseLoad(d.graph()).loadOf('free')!;
  return { worst: load.worst?.demand.known, zoneLoss: load.zoneLoss?.failed.id };
}

describe('what the loss of a zone does is told of', () => {
  test.each<[Kind, string | undefined]>([
    ['zone', 'place'],
    ['availabilityZone', 'place'],
    ['failureDomain', 'place'],
    ['region', 'place'],
    ['server', undefined],
  ])('a %s: %s', (kind, zoneLoss) => {
    expect(besideOneIn(kind)).toEqual({ worst: 100, zoneLoss });
  });

  test('the zones of a region, not of the region itself', () => {
    expect(besideOneIn('region', true)).toEqual({ worst: 100, zoneLoss: 'part' });
  });
});

test('what gets nothing has no worst failure, and neither has what fails with it', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('server', 'host');
  d.element('appServer', 'app', { in: 'host' });
  d.element('appServer', 'idle', { in: 'host', facts: { instances: 3 } });
  d.flow('user', 'visits', 'app', { requestsPerSecond: 10 });
  d.flow('idle', 'calls', 'app', { requestsPerSecond: 0 });
  const load = analyseLoad(d.graph());
  expect(load.loadOf('app')?.worst).toBeUndefined();
  expect(load.loadOf('idle')?.worst).toBeUndefined();
});
