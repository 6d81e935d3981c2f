import { createHash } from 'node:crypto';
import type { Architecture } from '../../graph/architecture.js';

/**
 * 12 hexadecimal digits that name what a model says, wherever in a file it says it. `about`: what else makes a picture of it
 * differ from another.
 */
export function digestOf(model: Architecture, about?: unknown): string {
  const { name, facts, elements, flows, pools, clusters, journeys, waivers } = model;
  const content = { name, facts, elements, flows, pools, clusters, journeys, waivers, about };
  const text = JSON.stringify(content, (key, value: unknown) => (key === 'at' ? undefined : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
