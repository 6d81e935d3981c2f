import { analyseFaults } from '../../analyses/faults/analyse-faults.js';
import { type Label, labelsIn } from '../../analyses/faults/labels.js';
import type { Consequence, Faults } from '../../analyses/faults/result.js';
import { listUniverse } from '../../analyses/faults/universe.js';
import type { Audit } from '../../audit/finding.js';
import { type Watching, watching } from '../../audit/questions/monitoring.js';
import type { Architecture, Element } from '../../graph/architecture.js';
import type { Day } from '../../vocabulary/units.js';

/** An audited model of which is asked what happens when something fails. */
export interface FailureGround {
  readonly audit: Audit;
  readonly model: Architecture;
  /** Certificates that ran out before this day have failed. */
  readonly on: Day | undefined;
  /** With what has run out by that day. */
  readonly faults: Faults;
  /** With nothing run out. */
  readonly before: Faults;
  /** What does not work, or is worse off, with nothing failed and nothing run out. */
  readonly asModelled: readonly Consequence[];
  /** Everything that can fail: the model's elements, and after them the providers that they name. */
  readonly elements: readonly Element[];
  /** The certificates that have run out by that day. */
  readonly expired: readonly Element[];
  /** Quoted: the name, or the id where several have the name. */
  readonly label: Label;
  readonly watching: Watching;
}

export function failureGround(audit: Audit, on?: Day): FailureGround {
  const { model } = audit;
  const before = analyseFaults(model);
  const universe = listUniverse(model);
  return {
    audit,
    model,
    on,
    before,
    asModelled: before.simulate([]).elements,
    faults: on === undefined ? before : analyseFaults(model, { on }),
    elements: universe.elements,
    expired: on === undefined ? [] : model.byKind.certificate.filter(({ facts: { expires } }) => isPast(expires, on)),
    label: labelsIn(universe),
    watching: watching(model),
  };
}

/** The last day still counts. */
function isPast(expires: Day | undefined, on: Day): boolean {
  return expires !== undefined && expires < on;
}

/** A provider is named by elements, and no element itself. */
export function isProvider({ model }: FailureGround, { id }: Element): boolean {
  return !model.byId.has(id);
}
