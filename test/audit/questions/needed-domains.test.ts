import { neededDomains } from '../../../src/audit/questions/needed-domains.js';
import { architecture } from '../../../src/index.js';
import { build } from '../../support/build.js';

const site = architecture('room');
const region = site.region('north');
const [a, b] = [region.availabilityZone('a'), region.availabilityZone('b')];
const power = site.failureDomain('power', { role: 'power' });
site.server('box', { standsIn: a }).worker('inside', { standsIn: power });
site.worker('both', { standsIn: [a, power] });
site.worker('one of one', { instances: 1, standsIn: [a, b] });
site.worker('spread', { instances: 2, standsIn: [a, b] });
site.worker('range', { instances: { min: 1, max: 2 }, standsIn: [a, b] });
site.worker('many in one', { instances: 3, standsIn: a });
site.worker('in the region', { standsIn: region });
site.cluster('pair', [site.worker('left', { standsIn: [a, power] }), site.worker('right', { standsIn: [b, power] })]);

const [model] = build(site);

test.each([
  ['box/inside', ['power', 'a']],
  ['both', ['a', 'power']],
  ['one of one', ['a', 'b']],
  ['spread', []],
  ['range', []],
  ['many in one', ['a']],
  ['in the region', []],
  ['cluster/pair', ['power']],
])('%s', (id, expected) => {
  const element = model?.byId.get(id);
  if (!model || !element) throw new Error(`no ${id}`);
  expect(neededDomains(model, element).map(({ name }) => name)).toEqual(expected);
});
