import { kindOf } from '../../../src/audit/questions/kind-of.js';
import { architecture } from '../../../src/index.js';
import { build } from '../../support/build.js';

test('a cluster is what its members are', () => {
  const site = architecture('shop');
  site.cluster('group', [site.bastion('one'), site.bastion('two')]);
  site.appServer('app');
  const model = build(site)[0]!;
  const kinds = model.elements.map((element) => [element.id, kindOf(model, element)]);
  expect(Object.fromEntries(kinds)).toEqual({
    one: 'bastion',
    two: 'bastion',
    'cluster/group': 'bastion',
    app: 'appServer',
  });
});
