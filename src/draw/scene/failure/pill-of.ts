import type { FailureState, PillName, Shape } from '../scene.js';

/** The pill of a state; nothing is pinned on what is untouched. Nobody dies of an outage: people are cut off. */
export function pillOf(state: FailureState | undefined, shape: Shape | undefined): PillName | undefined {
  if (state === undefined || state === 'untouched') return undefined;
  return state === 'dead' && shape === 'person' ? 'cut off' : state;
}
