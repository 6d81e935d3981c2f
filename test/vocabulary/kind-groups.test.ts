import {
  codeKinds,
  domainKinds,
  looseKinds,
  requestTakingKinds,
  runningKinds,
  storeKinds,
} from '../../src/vocabulary/kind-groups.js';
import { type Kind, type KindTraits, kindNames, traits } from '../../src/vocabulary/kinds.js';
import { bytes, durationPattern, seconds, sizePattern } from '../../src/vocabulary/units.js';
import { verbEnds } from '../../src/vocabulary/verb-ends.js';
import { verbNames } from '../../src/vocabulary/verbs.js';

const sorted = (kinds: readonly Kind[]): Kind[] => [...kinds].sort();
const having = (trait: keyof KindTraits): Kind[] => sorted(kindNames.filter((kind) => traits(kind)[trait]));

/** The builder in the sandbox carries lists of its own; they say what the table says. */
test.each<[keyof KindTraits, readonly Kind[]]>([
  ['code', codeKinds],
  ['store', storeKinds],
  ['takesRequests', requestTakingKinds],
  ['running', runningKinds],
  ['domain', domainKinds],
  ['loose', [...looseKinds, ...domainKinds, 'record', 'cluster']],
])('the kinds that are %s', (trait, kinds) => {
  expect(sorted(kinds)).toEqual(having(trait));
});

test('every verb has its ends', () => {
  expect(Object.keys(verbEnds).sort()).toEqual([...verbNames].sort());
});

test('the patterns know the units', () => {
  const units = [
    'ms',
    's',
    'min',
    'h',
    'hour',
    'hours',
    'day',
    'days',
    'week',
    'weeks',
    'month',
    'months',
    'year',
    'years',
  ] as const;
  for (const unit of units) {
    expect(durationPattern.test(`1.5 ${unit}`)).toBe(true);
    expect(seconds(`1.5 ${unit}`)).toBeGreaterThan(0);
  }
  for (const unit of ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const) {
    expect(sizePattern.test(`2 ${unit}`)).toBe(true);
    expect(bytes(`2 ${unit}`)).toBeGreaterThanOrEqual(2);
  }
  expect(['1 fortnight', '1min', ' 1 s', '-1 s', '1e3 s'].filter((text) => durationPattern.test(text))).toEqual([]);
});
