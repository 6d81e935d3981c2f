import type { Architecture, SourcePosition } from '../graph/architecture.js';
import { type Change, collide, sameChanges } from './change.js';
import { type Plan, type PlannedEdit, planEdit, positionOf } from './plan-edit.js';
import { Refusal } from './refusal.js';
import { type Touched, touchedBy } from './touched.js';
import { openWorkspace, type Workspace } from './workspace.js';

export type { PlannedEdit } from './plan-edit.js';

export interface RewriteRequest {
  /** The files that may be edited, by the name under which positions know them. */
  readonly sources: ReadonlyMap<string, string>;
  readonly edits: readonly PlannedEdit[];
  /** All models that were made of these sources: what an edit touches is counted in them. */
  readonly models: readonly Architecture[];
}

/** What became of an edit: written, or written already, or not to be placed. */
export interface EditOutcome {
  readonly planned: PlannedEdit;
  readonly at: SourcePosition | undefined;
  readonly outcome: 'written' | 'already so' | 'refused';
  /** Why it was refused. */
  readonly reason?: string;
  /** Everything that stands at the places it changes; nothing where it was refused. */
  readonly touches: Touched | undefined;
}

export interface Rewritten {
  /** Whole new texts, of the files that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** In the order of the edits. */
  readonly outcomes: readonly EditOutcome[];
}

/**
 * Writes edits into the sources they belong to, keeping all else as it stands. Edits at one place are written one after the other;
 * of two that contradict each other the first is written. Pure: whoever calls it reads and writes the files.
 */
export function rewrite({ sources, edits, models }: RewriteRequest): Rewritten {
  const workspace = openWorkspace(sources);
  const outcomes = new Map<PlannedEdit, EditOutcome>();
  const deferred = new Set<PlannedEdit>();
  const round: Round = { workspace, models, claimed: new Map() };
  // What is taken away goes last, so that it takes nothing away under the feet of another.
  let pending = [...edits].sort((a, b) => Number('remove' in a.edit) - Number('remove' in b.edit));
  while (pending.length > 0) {
    const accepted = new Map<string, (readonly Change[])[]>();
    pending = pending.filter((planned) => {
      const plan = attempt(planned, round);
      if (plan instanceof Refusal) {
        outcomes.set(planned, refused(planned, plan, workspace));
        return false;
      }
      const others = accepted.get(plan.file) ?? [];
      const isKnown = others.some((other) => sameChanges(other, plan.changes));
      if (!isKnown && others.some((other) => collide(other, plan.changes))) {
        deferred.add(planned);
        return true;
      }
      // What has waited for another that said the same of it is written with that.
      const outcome = plan.changes.length === 0 && !deferred.has(planned) ? 'already so' : 'written';
      if (plan.changes.length > 0 && !isKnown) accepted.set(plan.file, [...others, plan.changes]);
      outcomes.set(planned, { planned, at: placeOf(planned), outcome, touches: touchedBy(plan.touches, models) });
      return false;
    });
    workspace.change(new Map([...accepted].map(([file, changes]) => [file, changes.flat()])));
    delete round.claimed;
  }
  return { texts: workspace.changed(), outcomes: edits.flatMap((planned) => outcomes.get(planned) ?? []) };
}

interface Round {
  readonly workspace: Workspace;
  readonly models: readonly Architecture[];
  /** What was asked of which place, of all edits: known from the first round, in which each of them was tried. */
  claimed?: Map<string, string>;
}

function attempt(planned: PlannedEdit, { workspace, models, claimed }: Round): Plan | Refusal {
  try {
    const plan = planEdit(planned, workspace, models);
    const contrary = plan.claims.some(({ place, value }) => (claimed?.get(place) ?? value) !== value);
    if (contrary) return new Refusal('another of these edits says something else of the same');
    for (const { place, value } of plan.claims) claimed?.set(place, value);
    return plan;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function refused(planned: PlannedEdit, { message, offset }: Refusal, workspace: Workspace): EditOutcome {
  const at = placeOf(planned);
  const found = at && offset !== undefined ? workspace.open(at.file).positionOf(offset) : undefined;
  return { planned, at: found ?? at, outcome: 'refused', reason: message, touches: undefined };
}

/** Where an edit is written, as far as that is known. */
function placeOf({ edit, model }: PlannedEdit): SourcePosition | undefined {
  if ('remove' in edit) return edit.remove;
  try {
    return positionOf(edit.on, model);
  } catch {
    return undefined;
  }
}
