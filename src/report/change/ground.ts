import { labelsIn } from '../../analyses/faults/labels.js';
import { listUniverse } from '../../analyses/faults/universe.js';
import type { ModelChange } from '../../diff/compare-sides.js';
import type { Architecture, ElementId } from '../../graph/architecture.js';
import type { NamingGround } from '../failure/journey-label.js';

/** How both sides of a change call what they have. */
export interface BothNamings {
  readonly base: NamingGround;
  readonly head: NamingGround;
}

export interface ChangeGround extends BothNamings {
  readonly change: ModelChange;
}

export function groundOf(change: ModelChange): ChangeGround {
  return { change, base: namingOf(change.base.model), head: namingOf(change.head.model) };
}

export function namingOf(model: Architecture): NamingGround {
  return { model, label: labelsIn(listUniverse(model)) };
}

/** Quoted; an id that nothing has as it stands. */
export function labelOf({ model, label }: NamingGround, id: ElementId): string {
  const element = model.byId.get(id);
  return element ? label(element) : `'${id}'`;
}
