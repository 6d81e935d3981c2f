import type { Element } from '../../graph/architecture.js';
import { startFromCold } from './fixpoint.js';
import type { Scenarios } from './scenarios.js';

/** Elements that hold one another up: they work, and from a full stop none can be the first to start. */
export function findColdStart(scenarios: readonly Scenarios[], failed: readonly number[]): readonly Element[] {
  const [{ structure }] = scenarios as readonly [Scenarios, ...Scenarios[]];
  const started = scenarios.map((scenario) => startFromCold(scenario.structure.gates, failed));
  return structure.universe.elements.filter((_, index) =>
    scenarios.some(({ state }, place) => state.works[index] === 1 && started[place]![index] === 0),
  );
}
