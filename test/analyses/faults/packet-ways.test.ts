import { packetWays } from '../../../src/analyses/faults/packet-ways.js';
import type { Element, ElementFacts } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';

/** What lies between two elements: the boxes, and after a slash what blocks. */
function between(d: Drafting, from: string, to: string, through?: readonly string[]): string {
  const flow = d.flow(from, 'calls', to, through ? { through } : {});
  const model = d.graph();
  const { boxes, blockedBy } = packetWays(model).between(flow, model.byId.get(from)!, model.byId.get(to)!);
  return `${boxes.map(({ id }) => id).join(' ')}${blockedBy ? ` / ${blockedBy.id}` : ''}`;
}

/** `outside`, and `inside` and `beside` behind a guard. */
function guarded(facts: ElementFacts, rules?: Element['rules']): Drafting {
  const d = draft();
  d.element('component', 'outside');
  d.element('zone', 'zone');
  d.element('firewall', 'guard', { in: 'zone', facts, ...(rules && { rules }) });
  d.element('component', 'inside', { in: 'zone' });
  d.element('component', 'beside', { in: 'zone' });
  return d;
}

const anyone = [{ anyone: true }] as const;
const denial = { action: 'deny', from: anyone, to: anyone } as const;

test.each<[string, Parameters<typeof guarded>, string, string]>([
  ['a guard that says nothing', [{}], '', ''],
  ['one that allows all', [{ incoming: 'allow', outgoing: 'allow' }], '', ''],
  ['one that denies what comes', [{ incoming: 'deny' }], ' / guard', ''],
  ['one that denies what goes', [{ outgoing: 'deny' }], '', ' / guard'],
  ['a rule that denies', [{ incoming: 'allow', outgoing: 'allow' }, [denial]], ' / guard', ''],
  ['a rule that allows', [{ incoming: 'deny' }, [{ ...denial, action: 'allow' }]], '', ''],
  [
    'rules of which the first allows',
    [{ incoming: 'allow', outgoing: 'allow' }, [{ ...denial, action: 'allow' }, denial]],
    '',
    '',
  ],
  ['a box', [{ appliance: true }], 'guard', 'guard'],
  ['a box that denies', [{ appliance: true, incoming: 'deny' }], 'guard / guard', 'guard'],
  ['a box that fails open', [{ appliance: true, failMode: 'open' }], '', ''],
])('%s', (_, told, coming, going) => {
  expect(between(guarded(...told), 'outside', 'inside')).toBe(coming);
  expect(between(guarded(...told), 'inside', 'outside')).toBe(going);
});

test('nothing is between neighbours', () => {
  expect(between(guarded({ appliance: true, incoming: 'deny', outgoing: 'deny' }), 'inside', 'beside')).toBe('');
});

test('what neighbours are led through may lie outside', () => {
  const d = guarded({ appliance: true });
  d.element('bastion', 'bastion');
  expect(between(d, 'inside', 'beside', ['bastion'])).toBe('guard');
});

test('of a guard that denies and one that does not, the first blocks', () => {
  const d = guarded({ incoming: 'deny' });
  d.element('zone', 'outer');
  d.element('firewall', 'other', { in: 'outer', facts: { appliance: true, incoming: 'allow', outgoing: 'allow' } });
  d.element('component', 'far', { in: 'outer' });
  expect(between(d, 'far', 'inside')).toBe('other / guard');
});

describe('what is known of a whole model', () => {
  const known = (d: Drafting) => {
    const { clear, unguarded } = packetWays(d.graph());
    return [clear, unguarded];
  };

  test.each<[string, Drafting, readonly boolean[]]>([
    ['no guard', draft(), [true, true]],
    ['a guard that lets all pass', guarded({ incoming: 'allow' }), [true, true]],
    ['a guard that denies', guarded({ incoming: 'deny' }), [false, false]],
    ['a box', guarded({ appliance: true }), [false, false]],
    ['a certificate', certified(), [false, true]],
  ])('%s', (_, d, wanted) => {
    expect(known(d)).toEqual(wanted);
  });

  function certified(): Drafting {
    const d = draft();
    d.element('certificate', 'certificate');
    return d;
  }
});

test('elements are together that stand behind the same guards that matter', () => {
  const d = guarded({ appliance: true });
  d.element('zone', 'plain', { in: 'zone' });
  d.element('component', 'deep', { in: 'plain' });
  d.element('zone', 'other');
  d.element('firewall', 'second', { in: 'other', facts: { appliance: true } });
  d.element('component', 'elsewhere', { in: 'other' });
  const model = d.graph();
  const { areTogether } = packetWays(model);
  const together = (left: string, right: string) => areTogether(model.byId.get(left)!, model.byId.get(right)!);
  expect(together('inside', 'beside')).toBe(true);
  expect(together('inside', 'deep')).toBe(true);
  expect(together('inside', 'outside')).toBe(false);
  expect(together('inside', 'elsewhere')).toBe(false);
  expect(together('outside', 'outside')).toBe(true);
});

test.each<[ElementFacts, ElementFacts, string]>([
  [{}, {}, 'pair'],
  [{ failMode: 'open' }, {}, ''],
  [{}, { failMode: 'open' }, ''],
  [{ failMode: 'closed' }, { failMode: 'closed' }, 'pair'],
])('two boxes that are a cluster are on the way as that: %j and %j', (first, second, wanted) => {
  const d = guarded({ appliance: true, ...first });
  d.element('firewall', 'guard-2', { in: 'zone', facts: { appliance: true, ...second } });
  d.cluster('pair', 'firewall', ['guard', 'guard-2']);
  expect(between(d, 'outside', 'inside')).toBe(wanted);
});

test('what a group sends is asked for its members one by one', () => {
  const d = guarded({ appliance: true });
  d.cluster('group', 'component', ['outside', 'inside']);
  const flow = d.flow('group', 'calls', 'beside');
  const model = d.graph();
  const { between: asked } = packetWays(model);
  const boxes = (from: string) =>
    asked(flow, model.byId.get(from)!, model.byId.get('beside')!).boxes.map(({ id }) => id);
  expect([boxes('outside'), boxes('inside'), boxes('outside')]).toEqual([['guard'], [], ['guard']]);
});

test('the same is found once for a model', () => {
  const model = guarded({}).graph();
  expect(packetWays(model)).toBe(packetWays(model));
});
