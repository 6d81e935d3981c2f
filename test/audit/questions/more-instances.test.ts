import { audit } from '../../../src/audit/audit.js';
import { moreInstances } from '../../../src/audit/questions/more-instances.js';
import { architecture } from '../../../src/index.js';
import nPlusK from '../../../src/rules/availability/capacity-n-plus-k.js';
import utilisationHigh from '../../../src/rules/capacity/utilisation-high.js';
import { build } from '../../support/build.js';

type Instances = number | { readonly min: number; readonly max: number };

function shop(demand: number, instances?: Instances) {
  const site = architecture('shop');
  const capacity = { requestsPerSecond: 100 };
  const app = site.appServer('app', { capacity, ...(instances !== undefined && { instances }) });
  site.user('visitor').visits(app, { requestsPerSecond: demand });
  return build(site)[0]!;
}

function edits(demand: number, spare: number, instances?: Instances) {
  return moreInstances(shop(demand, instances).byId.get('app')!, demand, spare).map(
    (edit) => 'set' in edit && edit.set,
  );
}

test('as many as take the demand, and the spare ones', () => {
  expect(edits(250, 1, 3)).toEqual([{ instances: 4 }]);
  expect(edits(300, 0, 2)).toEqual([{ instances: 3 }]);
});

test('nothing where there are enough, or no plain number is told', () => {
  expect(edits(300, 0, 3)).toEqual([]);
  expect(edits(300, 0)).toEqual([]);
  expect(edits(300, 0, { min: 1, max: 2 })).toEqual([]);
});

test('findings carry it', () => {
  const fixOf = (demand: number) =>
    audit(shop(demand, 3), { today: '2026-01-01', rules: [nPlusK, utilisationHigh] }).findings.map(({ fix }) => fix);
  expect(fixOf(230)).toEqual([[{ on: { element: 'app' }, set: { instances: 4 } }]]);
  expect(fixOf(330)).toEqual([[{ on: { element: 'app' }, set: { instances: 5 } }]]);
});
