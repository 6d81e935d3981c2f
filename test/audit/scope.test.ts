import { type Scope, scopeTest } from '../../src/audit/scope.js';
import { architecture } from '../../src/index.js';
import { build } from '../support/build.js';

const site = architecture('Shop');
const inside = site.zone('inside', { trust: 'private', tags: ['old'] });
inside.server('one', { tags: ['new', 'old'] });
site.database('orders');
const [built] = build(site);
const model = { ...built!, at: { file: 'shops/shop.ts', line: 1, column: 1 } };

/** The elements for which a scope holds, and `the whole`. */
function heldBy(scope: Scope, folder?: string, of: typeof built = model): readonly string[] {
  const holds = scopeTest(scope, of!, folder);
  const held = ['inside', 'inside/one', 'orders', 'gone'].filter((id) => holds(id));
  // Asked twice it says the same.
  expect(['inside', 'inside/one', 'orders', 'gone'].filter((id) => holds(id))).toEqual(held);
  return holds(undefined) === true ? [...held, 'the whole'] : held;
}
const everything = ['inside', 'inside/one', 'orders', 'gone', 'the whole'];

test.each<[Scope, readonly string[]]>([
  [{}, everything],
  [{ kinds: ['server', 'database'] }, ['inside/one', 'orders']],
  [{ kinds: [] }, []],
  [{ tags: ['old'] }, ['inside', 'inside/one']],
  [{ tags: ['old'], kinds: ['zone'] }, ['inside']],
  [{ paths: ['**'] }, ['inside', 'inside/one', 'orders', 'gone']],
  [{ paths: ['inside/*', 'x'], tags: ['new'] }, ['inside/one']],
  [{ environments: ['production'] }, everything],
  [{ environments: ['staging'] }, []],
  [{ environments: ['staging'], kinds: ['server'] }, []],
  [{ files: ['shops/*.ts'] }, everything],
  [{ files: ['*.ts'] }, []],
  [{ files: ['shops/*.ts'], environments: ['staging'] }, []],
])('%j holds for %j', (scope, held) => {
  expect(heldBy(scope)).toEqual(held);
});

test('a scope that does not hold for the model says no of everything', () => {
  expect(scopeTest({ environments: ['staging'] }, model)('orders')).toBe(false);
  expect(scopeTest({ kinds: ['server'] }, model)(undefined)).toBe(false);
});

test('files are meant from the folder of the settings; a model of no file is in no file', () => {
  expect(heldBy({ files: ['models/shops/*'] }, 'models')).toEqual(everything);
  expect(heldBy({ files: ['shops/*'] }, 'models/..')).toEqual(everything);
  const { at: _, ...nowhere } = model;
  expect(heldBy({ files: ['*.ts', 'shops/*'] }, '', nowhere)).toEqual([]);
});
