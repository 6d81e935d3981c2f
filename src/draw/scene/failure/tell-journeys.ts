import { type Label, listed } from '../../../analyses/faults/labels.js';
import type { AnalysedJourney, Simulation } from '../../../analyses/faults/result.js';
import type { Architecture, ElementId } from '../../../graph/architecture.js';
import { grouped } from '../bundle-strokes.js';

type JourneyFate = Simulation['journeys'][number];

const mostClauses = 2;

/** `'visitor' can no longer write to 'mysql'`; where nothing breaks, that all goes on. Empty where there are no journeys. */
export function verdictOn(model: Architecture, journeys: readonly JourneyFate[], name: Label): string {
  const working = journeys.filter(({ journey }) => journey.state !== 'broken');
  const broken = working.filter(({ state }) => state === 'broken').map(({ journey }) => journey);
  if (broken.length === 0) return allGoesOn(model, working, name);
  const clauses = [...grouped(broken, ({ from, mode }) => JSON.stringify([from, mode])).values()].map((alike) =>
    clauseOn(model, alike, 'can no longer', name),
  );
  if (clauses.length <= mostClauses) return clauses.join(', ');
  return `${clauses[0]}, nor work ${clauses.length - 1} more ways`;
}

function allGoesOn(model: Architecture, working: readonly JourneyFate[], name: Label): string {
  const worse = working.filter(({ state }) => state === 'degraded').length;
  const [only] = working;
  if (!only) return '';
  if (working.length === 1)
    return `${clauseOn(model, [only.journey], 'can still', name)}${worse > 0 ? ', worse off' : ''}`;
  return `all ${working.length} journeys still work${worse > 0 ? `, ${worse} of them worse off` : ''}`;
}

/** Journeys of one user in one mode: `'visitor' can still read 'a' and 'b'`. */
export function clauseOn(model: Architecture, alike: readonly AnalysedJourney[], can: string, name: Label): string {
  const [first] = alike;
  if (!first) return '';
  const called = (id: ElementId) => {
    const element = model.byId.get(id);
    return element ? name(element) : `'${id}'`;
  };
  return `${called(first.from)} ${can} ${verbOf(first)} ${listed(alike.map(({ to }) => called(to)))}`;
}

function verbOf({ mode }: AnalysedJourney): string {
  switch (mode) {
    case 'read':
      return 'read';
    case 'write':
      return 'write to';
    case 'all':
      return 'read and write to';
  }
}
