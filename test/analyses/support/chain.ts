import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import type { Faults, State } from '../../../src/analyses/faults/result.js';
import type { Architecture, ElementFacts } from '../../../src/graph/architecture.js';
import { type Drafting, draft, type ElementOptions } from './document.js';

/** Starts a model of user → web → app → db, of which a test says more; `db` is written and read. */
export function chain(options: Partial<Record<'web' | 'app' | 'db', ElementOptions>> = {}): Drafting {
  const d = draft();
  d.element('user', 'user');
  d.element('webServer', 'web', options.web);
  d.element('appServer', 'app', options.app);
  d.element('database', 'db', options.db);
  d.flow('user', 'visits', 'web');
  d.flow('web', 'forwards', 'app');
  d.flow('app', 'writes', 'db');
  d.flow('app', 'reads', 'db');
  return d;
}

/** Ids that alone break some journey, none grouped, in the order of the model. */
export function breaking(model: Architecture): readonly string[] {
  const faults = analyseFaults(model);
  const found = new Set(faults.journeys.flatMap((journey) => faults.singlePointsOf(journey)));
  return [...found].map(({ id }) => id);
}

/** The states of journeys, by their ids, when elements fail. */
export function journeysWith(model: Architecture, ...failed: readonly string[]): Record<string, string> {
  const { journeys } = analyseFaults(model).simulate(failed);
  return Object.fromEntries(journeys.map(({ journey, state }) => [journey.id, state]));
}

/** The state of one element when others fail. */
export function stateWith(model: Architecture, id: string, ...failed: readonly string[]): State {
  const { elements } = analyseFaults(model).simulate(failed);
  return elements.find(({ element }) => element.id === id)?.state ?? 'works';
}

export function reasonWith(faults: Faults, id: string, ...failed: readonly string[]): string | undefined {
  return faults.simulate(failed).elements.find(({ element }) => element.id === id)?.reason;
}

/** A copy of the database, replicating it. */
export function withReplica(d: Drafting, facts: ElementFacts = {}, options: ElementOptions = {}): Drafting {
  d.element('database', 'replica', options);
  d.flow('replica', 'replicates', 'db', facts);
  return d;
}
