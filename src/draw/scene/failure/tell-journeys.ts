import { type Label, listed } from '../../../analyses/faults/labels.js';
import type { AnalysedJourney, Simulation } from '../../../analyses/faults/result.js';
import type { Architecture, ElementId } from '../../../graph/architecture.js';
import { grouped } from '../bundle-strokes.js';
import type { Aftermath } from './aftermath.js';

type JourneyFate = Simulation['journeys'][number];

const mostClauses = 2;

/** `'visitor' can no longer write to 'mysql'`; where nothing breaks, that all goes on. Empty where there are no journeys. */
export function verdictOn(
  model: Architecture,
  journeys: readonly JourneyFate[],
  { expired }: Aftermath,
  name: Label,
): string {
  // What has run out broke a journey before anything failed; beside that such a journey is a matter of the model.
  const before = expired.length > 0 ? journeys.filter(({ journey }) => journey.state === 'broken') : [];
  const working = journeys.filter(({ journey }) => journey.state !== 'broken');
  const broken = working.filter(({ state }) => state === 'broken');
  if (broken.length + before.length === 0) return allGoesOn(model, working, name);
  const clauses = [
    ...clausesByUser(model, before, 'cannot', name),
    ...clausesByUser(model, broken, 'can no longer', name),
  ];
  return listed(clauses, mostClauses);
}

function clausesByUser(model: Architecture, fates: readonly JourneyFate[], can: Can, name: Label): readonly string[] {
  const users = grouped(
    fates.map(({ journey }) => journey),
    ({ from }) => from,
  );
  return [...users.values()].map((journeys) => clauseOn(model, journeys, can, name));
}

function allGoesOn(model: Architecture, working: readonly JourneyFate[], name: Label): string {
  const worse = working.filter(({ state }) => state === 'degraded').length;
  const [only] = working;
  if (!only) return '';
  if (working.length === 1)
    return `${clauseOn(model, [only.journey], 'can still', name)}${worse > 0 ? ', worse off' : ''}`;
  return `all ${working.length} journeys still work${worse > 0 ? `, ${worse} of them worse off` : ''}`;
}

export type Can = 'can still' | 'can no longer' | 'cannot';

/** Journeys of one user: `'visitor' can no longer read 'a' and 'b' nor write to 'a'`. */
export function clauseOn(model: Architecture, journeys: readonly AnalysedJourney[], can: Can, name: Label): string {
  const [or, nor] = can === 'can still' ? ['and', 'and'] : ['or', 'nor'];
  const called = (id: ElementId) => {
    const element = model.byId.get(id);
    return element ? name(element) : `'${id}'`;
  };
  const byMode = [...grouped(journeys, ({ mode }) => mode).values()].map((alike) => ({
    verb: verbOf(alike[0]!),
    targets: listed(alike.map(({ to }) => called(to))),
  }));
  const [first, second] = byMode;
  const who = called(journeys[0]?.from ?? '');
  if (byMode.length === 2 && first?.targets === second?.targets) {
    return `${who} ${can} ${byMode.map(({ verb }) => verb).join(` ${or} `)} ${first?.targets}`;
  }
  return `${who} ${can} ${byMode.map(({ verb, targets }) => `${verb} ${targets}`).join(` ${nor} `)}`;
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
