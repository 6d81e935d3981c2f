import type { ElementLoad, Stress } from '../analyses/capacity/result.js';
import type { Element } from '../graph/architecture.js';

/** Elements that differ in nothing that is told of their load. */
export interface LoadRow {
  readonly elements: readonly Element[];
  readonly load: ElementLoad;
  /** What fails in their worst failures, and which places are lost. */
  readonly failed: readonly Element[];
  readonly lost: readonly Element[];
}

/** Those most used at the worst come first, those of which no capacity is told last; alike ones of a tier stand together. */
export function loadRows(loads: readonly ElementLoad[]): readonly LoadRow[] {
  const alike = new Map<string, ElementLoad[]>();
  for (const load of loads) {
    const key = keyOf(load);
    const list = alike.get(key);
    if (list) list.push(load);
    else alike.set(key, [load]);
  }
  const rows = [...alike.values()].map((list): LoadRow => {
    return {
      elements: list.map(({ element }) => element),
      load: list[0]!,
      failed: failedIn(list.map(({ worst }) => worst)),
      lost: failedIn(list.map(({ zoneLoss }) => zoneLoss)),
    };
  });
  return rows.sort((left, right) => peak(right.load) - peak(left.load));
}

function keyOf({ element, demand, capacity, connections, worst, zoneLoss }: ElementLoad): string {
  const figures = [demand, capacity, connections, stressKey(worst), stressKey(zoneLoss)];
  return JSON.stringify([element.kind, element.tier ?? element.id, figures], rounded);
}

function stressKey(stress: Stress | undefined): unknown {
  return stress && [stress.isOneInstance, stress.demand, stress.capacity];
}

/** Sums of the same shares in another order differ in their last digits. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? value.toPrecision(9) : value;
}

function failedIn(stresses: readonly (Stress | undefined)[]): readonly Element[] {
  return [...new Set(stresses.flatMap((stress) => stress?.failed ?? []))];
}

function peak({ utilisation, worst }: ElementLoad): number {
  return Math.max(utilisation ?? -1, worst?.utilisation ?? -1);
}
