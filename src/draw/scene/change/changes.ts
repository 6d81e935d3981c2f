import type { ModelDiff } from '../../../diff/model-diff.js';
import type { Architecture, Element, ElementId } from '../../../graph/architecture.js';
import type { ChangeState } from '../scene.js';

/** What a change made of every element, by the ids of both models together. */
export interface Changes {
  readonly base: Architecture;
  readonly head: Architecture;
  stateOf(id: ElementId): ChangeState;
  /** The element as the base has it, where it is gone. */
  removed(id: ElementId): Element | undefined;
  /** What it says otherwise, where it stood, what it was called. */
  changeOf(id: ElementId): ModelDiff['elements']['changed'][number] | undefined;
  /** Something changed at it, or at what it is connected with. */
  isNear(id: ElementId): boolean;
}

/** `both`: what was and what is together. */
export function changesOf(base: Architecture, head: Architecture, diff: ModelDiff, both: Architecture): Changes {
  const added = new Set(diff.elements.added.map(({ id }) => id));
  const removed = new Map(diff.elements.removed.map((element) => [element.id, element]));
  const changed = new Map(diff.elements.changed.map((change) => [change.after.id, change]));
  const stateOf = (id: ElementId): ChangeState => {
    if (added.has(id)) return 'added';
    if (removed.has(id)) return 'removed';
    const change = changed.get(id);
    if (!change) return 'untouched';
    if (change.moves.length > 0) return 'moved';
    return change.isRenamed ? 'renamed' : 'changed';
  };
  const near = nearChanges(both, diff, (id) => stateOf(id) !== 'untouched');
  return {
    base,
    head,
    stateOf,
    removed: (id) => removed.get(id),
    changeOf: (id) => changed.get(id),
    isNear: (id) => near.has(id),
  };
}

function nearChanges(
  { elements, flows, clusters }: Architecture,
  diff: ModelDiff,
  isTouched: (id: ElementId) => boolean,
): ReadonlySet<ElementId> {
  const near = new Set(elements.flatMap(({ id }) => (isTouched(id) ? [id] : [])));
  const changedFlows = [...diff.flows.added, ...diff.flows.changed.map(({ after }) => after)];
  const touched = new Set(changedFlows.map(({ id }) => id));
  for (const { id, from, to, facts } of flows) {
    const ends = [from, to, ...(facts.through ?? [])];
    if (touched.has(id) || ends.some(isTouched)) for (const end of ends) near.add(end);
  }
  for (const { id, members } of clusters) {
    if ([id, ...members].some(isTouched)) for (const one of [id, ...members]) near.add(one);
  }
  return near;
}
