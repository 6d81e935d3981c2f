import { objectiveVerdict } from '../../../src/analyses/faults/objective-verdict.js';
import type { JourneyAvailability } from '../../../src/analyses/faults/result.js';
import { draft } from '../support/document.js';

/** A journey that may be down for a quarter of the time. */
function verdict(told: Partial<Omit<JourneyAvailability, 'journey'>>, objective: number | undefined = 0.75) {
  const journey = { id: 'a', name: 'a', from: 'a', to: 'b', mode: 'read', declared: true, state: 'works' } as const;
  const assumed: readonly never[] = [];
  const rest = {
    unavailability: undefined,
    method: 'exact',
    assumed,
    importance: [],
    importanceMethod: 'exact',
  } as const;
  return objectiveVerdict({ journey: { ...journey, path: [], ...(objective && { objective }) }, ...rest, ...told });
}

const d = draft();
d.element('component', 'silent');
const assumed = d.graph().elements;
const sampled = (low: number, high: number) => ({ sampled: { samples: 1000, hits: 250, low, high } });

test.each<[string, Parameters<typeof verdict>[0], ReturnType<typeof verdict>]>([
  ['no figure', {}, undefined],
  ['less', { unavailability: 0.2 }, 'met'],
  ['exactly as much', { unavailability: 0.25 }, 'met'],
  ['more', { unavailability: 0.26 }, 'missed'],
  ['less, of what tells', { unavailability: 0.2, assumed }, 'met at best'],
  ['more, of what tells', { unavailability: 0.3, assumed }, 'missed'],
  ['less, by far', { unavailability: 0.2, ...sampled(0.1, 0.24) }, 'met'],
  ['less, as far as one can tell', { unavailability: 0.2, ...sampled(0.1, 0.26) }, 'too close to tell'],
  ['less, up to exactly as much', { unavailability: 0.2, ...sampled(0.1, 0.25) }, 'met'],
  ['more, as far as one can tell', { unavailability: 0.3, ...sampled(0.25, 0.4) }, 'too close to tell'],
  ['more, by far', { unavailability: 0.3, ...sampled(0.26, 0.4) }, 'missed'],
])('%s', (_, told, wanted) => {
  expect(verdict(told)).toBe(wanted);
});

test('without an objective there is none', () => {
  expect(verdict({ unavailability: 0.2 }, 0)).toBeUndefined();
});
