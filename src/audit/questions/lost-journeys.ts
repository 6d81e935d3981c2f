import type { AnalysedJourney, SinglePoint } from '../../analyses/faults/result.js';
import type { Architecture, Element } from '../../graph/architecture.js';
import type { Slots, SlotValue } from '../rule.js';

/** Messages of what a failure breaks, and `lostJourneys` fills them. */
export const lostMessages = {
  declared: 'When {{root}} fails, it breaks {{journeys}}.',
  derived: 'When {{root}} fails, {{users}} can no longer {{use}} {{stores}}.',
  declaredAny: 'When any of {{root}} fails, it breaks {{journeys}}.',
  derivedAny: 'When any of {{root}} fails, {{users}} can no longer {{use}} {{stores}}.',
} as const;

/** Messages of a place that takes down what was doubled, and `lostTogether` fills them. */
export const sharedMessages = {
  ...lostMessages,
  sharedDeclared: 'When {{root}} fails, it takes {{members}} along and breaks {{journeys}}.',
  sharedDerived: 'When {{root}} fails, it takes {{members}} along, and {{users}} can no longer {{use}} {{stores}}.',
} as const;

type Id = keyof typeof lostMessages;
type Data<I extends Id> = { readonly [S in Slots<(typeof lostMessages)[I]>]: SlotValue };

type Lost =
  | { readonly message: 'declared'; readonly data: Data<'declared'> }
  | { readonly message: 'derived'; readonly data: Data<'derived'> }
  | { readonly message: 'declaredAny'; readonly data: Data<'declared'> }
  | { readonly message: 'derivedAny'; readonly data: Data<'derived'> };

/** Which message says what is lost with some roots, and its slots. */
export function lostJourneys(model: Architecture, roots: readonly Element[], { journeys }: SinglePoint): Lost {
  const declared = journeys.filter((journey) => journey.declared);
  if (declared.length > 0) {
    const names = declared.map(({ name }) => `'${name}'`);
    const shown = `${names.length === 1 ? 'the journey' : 'the journeys'} ${names.slice(0, 4).join(', ')}`;
    const data = { root: roots, journeys: names.length > 4 ? `${shown} and ${names.length - 4} more` : shown };
    return { message: roots.length > 1 ? 'declaredAny' : 'declared', data };
  }
  const data = {
    root: roots,
    users: endsOf(model, journeys, 'from'),
    stores: endsOf(model, journeys, 'to'),
    use: useOf(journeys),
  };
  return { message: roots.length > 1 ? 'derivedAny' : 'derived', data };
}

type LostTogether =
  | Lost
  | { readonly message: 'sharedDeclared'; readonly data: Data<'declared'> & { readonly members: SlotValue } }
  | { readonly message: 'sharedDerived'; readonly data: Data<'derived'> & { readonly members: SlotValue } };

/** The same, naming what shares the root; of several roots alike each has others. */
export function lostTogether(
  model: Architecture,
  roots: readonly Element[],
  point: SinglePoint,
  members: readonly Element[],
): LostTogether {
  const lost = lostJourneys(model, roots, point);
  switch (lost.message) {
    case 'declared':
      return { message: 'sharedDeclared', data: { ...lost.data, members } };
    case 'derived':
      return { message: 'sharedDerived', data: { ...lost.data, members } };
    default:
      return lost;
  }
}

function endsOf(model: Architecture, journeys: readonly AnalysedJourney[], end: 'from' | 'to'): readonly Element[] {
  return [...new Set(journeys.map((journey) => journey[end]))].flatMap((id) => model.byId.get(id) ?? []);
}

function useOf(journeys: readonly AnalysedJourney[]): string {
  const modes = new Set(journeys.map(({ mode }) => mode));
  if (modes.has('all') || (modes.has('read') && modes.has('write'))) return 'read from or write to';
  return modes.has('read') ? 'read from' : 'write to';
}
