import type { Element } from '../../graph/architecture.js';
import type { RequestGraph } from './request-graph.js';
import { outside } from './standing.js';

export interface Crossed {
  /** Entered or left, in the order of the model. */
  readonly zones: readonly Element[];
  /** Inside and outside are joined. */
  readonly site: boolean;
}

/** The borders on some legs. A zone that holds both ends of a leg is not crossed by it. */
export function crossedBy({ elements, legs, standing }: RequestGraph, numbers: Int32Array): Crossed {
  const zones = new Set<number>();
  const seen = new Set<string>();
  let joinsSite = false;
  for (const leg of numbers) {
    const sources = standing.areasOf(legs.from[leg]!);
    const targets = standing.areasOf(legs.to[leg]!);
    for (const source of sources) {
      for (const target of targets) {
        if (source === target || seen.has(`${source} ${target}`)) continue;
        seen.add(`${source} ${target}`);
        joinsSite ||= (source === outside) !== (target === outside);
        for (const zone of apart(standing.zonesAround(source), standing.zonesAround(target))) zones.add(zone);
      }
    }
  }
  return { zones: [...zones].sort((left, right) => left - right).map((zone) => elements[zone]!), site: joinsSite };
}

/** The zones on all legs of a flow. */
export function zonesCrossedBy(graph: RequestGraph, flow: number): readonly Element[] {
  if (graph.from[flow]! < 0 || graph.to[flow]! < 0) return [];
  const numbers: number[] = [];
  for (let leg = flow; leg !== -1; leg = graph.legs.next[leg]!) numbers.push(leg);
  return crossedBy(graph, Int32Array.from(numbers)).zones;
}

function apart(left: readonly number[], right: readonly number[]): readonly number[] {
  return [...left.filter((zone) => !right.includes(zone)), ...right.filter((zone) => !left.includes(zone))];
}
