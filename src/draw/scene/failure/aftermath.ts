import type { Consequence, Simulation } from '../../../analyses/faults/result.js';
import type { Element, ElementId, FlowId } from '../../../graph/architecture.js';
import type { Day } from '../../../vocabulary/units.js';
import type { FailureState } from '../scene.js';

/** What became of everything in a model when elements failed. */
export interface Aftermath {
  /** What failed of itself: what was asked for, and the certificates that have run out. */
  readonly causes: readonly Element[];
  /** Those of the causes that have run out. */
  readonly expired: readonly Element[];
  stateOf(id: ElementId): FailureState;
  /** One sentence; undefined where nothing happened. */
  reasonOf(id: ElementId): string | undefined;
  /** It failed, or is dead. */
  isDown(id: ElementId): boolean;
  /** A flow that cannot be taken, whatever its ends. */
  isCut(id: FlowId): boolean;
}

/** `on`: the day of the simulation, whose expired certificates are causes too. */
export function aftermathOf({ failed, elements, cutFlows }: Simulation, on: Day | undefined): Aftermath {
  const consequences = new Map(elements.map((consequence) => [consequence.element.id, consequence]));
  const expired = elements
    .map(({ element }) => element)
    .filter((element) => hasExpired(element, on) && !failed.includes(element));
  const causes = [...failed, ...expired];
  const failing = new Set(causes.map(({ id }) => id));
  const cut = new Set(cutFlows.map(({ id }) => id));
  const stateOf = (id: ElementId) => (failing.has(id) ? 'failed' : fateOf(consequences.get(id)));
  return {
    causes,
    expired,
    stateOf,
    reasonOf: (id) => consequences.get(id)?.reason,
    isDown: (id) => stateOf(id) === 'failed' || stateOf(id) === 'dead',
    isCut: (id) => cut.has(id),
  };
}

function fateOf(consequence: Consequence | undefined): FailureState {
  return consequence === undefined || consequence.state === 'works' ? 'untouched' : consequence.state;
}

function hasExpired({ kind, facts: { expires } }: Element, on: Day | undefined): boolean {
  return kind === 'certificate' && on !== undefined && expires !== undefined && expires < on;
}
