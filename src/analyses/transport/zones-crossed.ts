import type { Element } from '../../graph/architecture.js';
import type { RequestGraph } from './request-graph.js';
import { outside, several } from './standing.js';

export interface Crossed {
  /** Entered or left, in the order of the model. */
  readonly zones: readonly Element[];
  /** Inside and outside are joined. */
  readonly site: boolean;
}

/** The borders on some legs. A zone that holds both ends of a leg is not crossed by it. */
export function crossedBy({ elements, legs, standing }: RequestGraph, numbers: Int32Array): Crossed {
  const zones = new Set<number>();
  const seen = new Set<number>();
  let joinsSite = false;
  const cross = (source: number, target: number) => {
    // Areas are numbers of elements, or a few below 0.
    const key = (source - outside) * (elements.length - outside) + (target - outside);
    if (source === target || seen.has(key)) return;
    seen.add(key);
    joinsSite ||= (source === outside) !== (target === outside);
    for (const zone of apart(standing.zonesAround(source), standing.zonesAround(target))) zones.add(zone);
  };
  for (const leg of numbers) {
    const source = standing.areaOf(legs.from[leg]!);
    const target = standing.areaOf(legs.to[leg]!);
    if (source === target && source !== several) continue;
    if (source >= outside && target >= outside) cross(source, target);
    else
      for (const one of standing.areasOf(legs.from[leg]!))
        for (const other of standing.areasOf(legs.to[leg]!)) cross(one, other);
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
