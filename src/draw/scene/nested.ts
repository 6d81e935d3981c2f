import type { Box, Group, Scene } from './scene.js';

/** A frame with what stands directly in it. */
export interface Nested {
  readonly boxes: readonly Box[];
  readonly groups: readonly (Nested & { readonly group: Group })[];
}

/** The frames of a scene as a tree. What names an unknown frame, or one inside itself, stands at the top. */
export function nested({ boxes, groups }: Scene): Nested {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const known = (id: string | undefined) => (id !== undefined && parents.has(id) ? id : undefined);
  const parentOf = ({ id, parent }: Group) => (isInside(id, parent, parents) ? undefined : known(parent));
  const within = (frame: string | undefined): Nested => ({
    boxes: boxes.filter(({ cluster }) => known(cluster) === frame),
    groups: groups.filter((group) => parentOf(group) === frame).map((group) => ({ group, ...within(group.id) })),
  });
  return within(undefined);
}

function isInside(id: string, from: string | undefined, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = from; at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
