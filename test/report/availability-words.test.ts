import { objectiveVerdict } from '../../src/analyses/faults/objective-verdict.js';
import type { JourneyAvailability } from '../../src/analyses/faults/result.js';
import { availabilityWords, downtimeWords } from '../../src/report/availability-words.js';

test.each([
  [0, '100 %'],
  [1, '0 %'],
  [0.5, '50.00 %'],
  [0.001, '99.90 %'],
  [0.001_44, '99.86 %'],
  [0.000_01, '99.9990 %'],
  [0.000_010_47, '99.9990 %'],
  [1e-9, '99.99999990 %'],
  [1e-15, 'over 99.9999999999 %'],
])('a share of %d that it does not work is %s', (unavailability, words) => {
  expect(availabilityWords(unavailability)).toBe(words);
});

test.each([
  [0, 'none'],
  [0.01, '3.7 days'],
  [0.05, '18 days'],
  [0.003, '26 hours'],
  [0.001, '526 minutes'],
  [1 / 525_960, '1 minute'],
  [1 / 525_960 / 60, '1 second'],
  [1e-6, '32 seconds'],
  [1e-9, 'under a second'],
])('%d of a year is %s', (share, words) => {
  expect(downtimeWords(share)).toBe(words);
});

describe('an objective', () => {
  const base = {
    journey: { objective: 0.999 },
    assumed: [],
    method: 'exact',
    importance: [],
  } as unknown as JourneyAvailability;
  const element = { id: 'x' } as JourneyAvailability['assumed'][number];

  test.each<[string, Partial<JourneyAvailability>, string | undefined]>([
    ['is met', { unavailability: 0.000_9 }, 'met'],
    ['is met exactly at it', { unavailability: 1 - 0.999 }, 'met'],
    ['is missed', { unavailability: 0.001_1 }, 'missed'],
    [
      'is missed for certain where parts that tell nothing can only make it worse',
      { unavailability: 0.01, assumed: [element] },
      'missed',
    ],
    ['is met at best where parts tell nothing', { unavailability: 0.000_1, assumed: [element] }, 'met at best'],
    [
      'cannot be told where the samples allow both',
      { unavailability: 0.001, sampled: { samples: 100, hits: 1, low: 0.000_2, high: 0.01 } },
      'too close to tell',
    ],
    ['says nothing where no figure is told', { unavailability: undefined }, undefined],
  ])('%s', (_, given, verdict) => {
    expect(objectiveVerdict({ ...base, ...given })).toBe(verdict);
  });
});
