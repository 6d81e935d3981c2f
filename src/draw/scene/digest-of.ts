import { createHash, type Hash } from 'node:crypto';
import type { Architecture } from '../../graph/architecture.js';

/**
 * 12 hexadecimal digits that name what a model says, wherever in a file it says it. `about`: what else makes a picture of it
 * differ from another.
 */
export function digestOf(model: Architecture, about?: unknown): string {
  const rest = about === undefined ? '}' : `,"about":${written(about)}}`;
  return begunWith(model).copy().update(rest).digest('hex').slice(0, 12);
}

const begun = new WeakMap<Architecture, Hash>();

/** A model has many pictures: all but the end is hashed once. */
function begunWith(model: Architecture): Hash {
  const known = begun.get(model);
  if (known) return known;
  const { name, facts, elements, flows, pools, clusters, journeys, waivers } = model;
  const text = written({ name, facts, elements, flows, pools, clusters, journeys, waivers });
  const hash = createHash('sha256').update(text.slice(0, -1));
  begun.set(model, hash);
  return hash;
}

function written(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (key === 'at' ? undefined : part));
}
