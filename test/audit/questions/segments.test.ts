import { segments } from '../../../src/audit/questions/segments.js';
import { anyone, architecture, type PacketPolicy } from '../../../src/index.js';
import { build } from '../../support/build.js';

interface Wanted {
  readonly complete?: boolean;
  readonly open?: boolean;
  readonly firewall?: PacketPolicy;
  readonly denies?: boolean;
}

/** Three zones, each within the one before; what is told is told of the middle one. */
function nested({ complete, open, firewall, denies }: Wanted) {
  const site = architecture('shop', complete ? { complete: ['firewalls'] } : {});
  const middle = site.zone('outer').zone('middle', open ? { open } : {});
  const wall = firewall && middle.firewall('wall', { incoming: firewall });
  if (denies) wall?.denies(anyone, middle);
  middle.zone('inner', { open: true });
  const [model] = build(site);
  const { known, possible } = segments(model!);
  const inner = model!.byId.get('outer/middle/inner');
  return [known(inner)?.id, possible(inner)?.id];
}

test.each<[string, Wanted, string, string]>([
  ['what is not told is a border, perhaps', {}, 'outer/middle', 'outer'],
  ['nothing is there', { complete: true }, 'outer', 'outer'],
  ['it is open', { open: true }, 'outer', 'outer'],
  ['a firewall', { firewall: 'deny' }, 'outer/middle', 'outer/middle'],
  ['a firewall whose rules are not told', { firewall: 'filtered', complete: true }, 'outer/middle', 'outer/middle'],
  ['a firewall that lets everything in', { firewall: 'allow' }, 'outer', 'outer'],
  ['a firewall that denies something', { firewall: 'allow', denies: true }, 'outer/middle', 'outer/middle'],
])('%s', (_, wanted, known, possible) => {
  expect(nested(wanted)).toEqual([known, possible]);
});

test('no zone is no segment', () => {
  const [model] = build(architecture('shop'));
  expect(segments(model!).known(undefined)).toBeUndefined();
});
