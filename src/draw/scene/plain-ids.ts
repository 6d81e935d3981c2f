import type { Scene } from './scene.js';

/** Names for the parts of a scene in another language: `n1`, `n2` … and `g1`, `g2` …, whatever their ids are. */
export function plainIds({ boxes, groups }: Scene): ReadonlyMap<string, string> {
  return new Map([
    ...groups.map(({ id }, index) => [id, `g${index + 1}`] as const),
    ...boxes.map(({ id }, index) => [id, `n${index + 1}`] as const),
  ]);
}
