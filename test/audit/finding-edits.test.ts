import type { Edit, FindingEdit } from '../../src/audit/edit.js';
import { findingEdits } from '../../src/audit/finding-edits.js';
import { build } from '../support/build.js';
import { smallShop } from './sites.js';

const model = build(smallShop().site)[0]!;
const orders = model.byKind.database[0]!;
const writes = model.flows.find(({ verb }) => verb === 'writes')!;
const place = { file: 'shop.ts', line: 3, column: 1 };

test.each<[string, Edit, FindingEdit]>([
  ['a statement that goes', { remove: place }, { remove: place }],
  [
    'facts of an element',
    { on: orders, set: { encryptedAtRest: true, size: 3, note: null } },
    { on: { element: 'orders' }, set: { encryptedAtRest: true, size: 3, note: null } },
  ],
  ['facts of a flow', { on: writes, set: { as: 'app' } }, { on: { flow: 'app writes orders' }, set: { as: 'app' } }],
  ['facts of the model', { on: 'model', set: { owner: 'shop' } }, { on: { model: true }, set: { owner: 'shop' } }],
  [
    'an option that goes, beside one that stays',
    { on: orders, set: { public: undefined, backups: 'daily' } },
    { on: { element: 'orders' }, set: { backups: 'daily' }, unset: ['public'] },
  ],
  [
    'facts of a listener, also of one without a name',
    { on: orders, set: { port: 1 }, listener: '' },
    { on: { element: 'orders' }, set: { port: 1 }, listener: '' },
  ],
  [
    'elements within lists and objects',
    { on: orders, set: { failover: { by: orders, among: [orders, 'x'], id: 'y' } } },
    {
      on: { element: 'orders' },
      set: { failover: { by: { $element: 'orders' }, among: [{ $element: 'orders' }, 'x'], id: 'y' } },
    },
  ],
  [
    'what only looks a little like an element',
    { on: orders, set: { a: { id: 'x', kind: 'y' }, b: { kind: 'y', facts: {} }, c: { id: 'x', facts: {} } } },
    {
      on: { element: 'orders' },
      set: { a: { id: 'x', kind: 'y' }, b: { kind: 'y', facts: {} }, c: { id: 'x', facts: {} } },
    },
  ],
  [
    'a call',
    { on: 'model', call: 'firewall', args: ['wall', { in: orders }, 3] },
    { on: { model: true }, call: 'firewall', args: ['wall', { in: { $element: 'orders' } }, 3] },
  ],
  ['a call on an element', { on: orders, call: 'x', args: [] }, { on: { element: 'orders' }, call: 'x', args: [] }],
])('%s', (_, edit, plain) => {
  const [made] = findingEdits([edit]);
  // Also without keys that hold nothing.
  expect(made).toStrictEqual(plain);
});
