import type { ElementId } from '../../graph/architecture.js';
import type { SimulationGround } from './simulate.js';
import type { Mode } from './structure-draft.js';

/** Asks while elements are failed, and brings them back. */
export function during<T>(
  { universe, scenarios }: SimulationGround,
  failed: readonly ElementId[],
  ask: (works: (id: ElementId, mode: Mode) => boolean) => T,
): T {
  const numbers = failed.flatMap((id) => universe.indexOf.get(id) ?? []);
  const states = new Map(scenarios.map(({ mode, state }) => [mode, state]));
  const deaths = scenarios.map(({ state }) => state.fail(numbers));
  try {
    return ask((id, mode) => states.get(mode)!.works[universe.indexOf.get(id) ?? -1] === 1);
  } finally {
    for (const [index, { state }] of scenarios.entries()) state.undo(deaths[index]!);
  }
}
