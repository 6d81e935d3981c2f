import type { ElementId } from '../../graph/architecture.js';
import { startWorking } from './fixpoint.js';
import type { Structure } from './structure.js';
import type { Mode } from './structure-draft.js';
import type { Universe } from './universe.js';

/** Whether an element works in a mode; one that is not in the model does not. */
export type Works = (id: ElementId, mode: Mode) => boolean;

export type During = <T>(failed: readonly ElementId[], ask: (works: Works) => T) => T;

/**
 * Asks while elements are failed, and brings them back. In states of their own: what is worked out lazily meanwhile does not
 * see the failures, and one question may be asked within another.
 */
export function duringIn(universe: Universe, structures: readonly Structure[], expired: readonly number[]): During {
  const states = new Map(structures.map(({ mode, gates }) => [mode, startWorking(gates)]));
  for (const state of states.values()) state.fail(expired);
  return (failed, ask) => {
    const numbers = failed.flatMap((id) => universe.indexOf.get(id) ?? []);
    const deaths = [...states.values()].map((state) => ({ state, died: state.fail(numbers) }));
    try {
      return ask((id, mode) => states.get(mode)?.works[universe.indexOf.get(id) ?? -1] === 1);
    } finally {
      for (const { state, died } of deaths) state.undo(died);
    }
  };
}
