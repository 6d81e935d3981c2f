import { hasWeakVote } from '../../../src/audit/questions/weak-vote.js';
import { architecture } from '../../../src/index.js';
import { build } from '../../support/build.js';

function coordinator(instances: number | { min: number; max: number }) {
  const site = architecture('shop');
  site.coordinator('voter', { instances });
  const model = build(site)[0]!;
  return hasWeakVote(model, model.byId.get('voter')!);
}

function member(kind: 'database' | 'coordinator' | 'appServer', count: number, need?: number) {
  const site = architecture('shop');
  const names = Array.from({ length: count }, (_, index) => `member ${index}`);
  const facts = { mode: 'active-active', ...(need !== undefined && { need }) } as const;
  if (kind === 'database')
    site.cluster(
      'group',
      names.map((name) => site.database(name)),
      facts,
    );
  else if (kind === 'coordinator')
    site.cluster(
      'group',
      names.map((name) => site.coordinator(name)),
      facts,
    );
  else
    site.cluster(
      'group',
      names.map((name) => site.appServer(name)),
      facts,
    );
  const model = build(site)[0]!;
  return hasWeakVote(model, model.byId.get('member 0')!);
}

test('instances of a coordinator vote: an even number of them badly', () => {
  expect([1, 2, 3, 4, 5].map(coordinator)).toEqual([false, true, false, true, false]);
  expect(coordinator({ min: 2, max: 4 })).toBe(false);
});

test('members of a group vote where they coordinate, or where most of a store are needed', () => {
  expect(member('coordinator', 2)).toBe(true);
  expect(member('coordinator', 3)).toBe(false);
  expect(member('database', 4, 3)).toBe(true);
  expect(member('database', 4, 2)).toBe(false);
  expect(member('database', 2)).toBe(false);
  expect(member('appServer', 4, 3)).toBe(false);
});

test('what is in no group and coordinates nothing does not vote', () => {
  const site = architecture('shop');
  site.appServer('app', { instances: 2 });
  const model = build(site)[0]!;
  expect(hasWeakVote(model, model.byId.get('app')!)).toBe(false);
});
