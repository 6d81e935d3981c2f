import { createHash } from 'node:crypto';
import type { Architecture } from '../../graph/architecture.js';

/** 12 hexadecimal digits that name what a model says, wherever in a file it says it. */
export function digestOf(model: Architecture): string {
  const { name, facts, elements, flows, pools, clusters, journeys, waivers } = model;
  const content = { name, facts, elements, flows, pools, clusters, journeys, waivers };
  const text = JSON.stringify(content, (key, value: unknown) => (key === 'at' ? undefined : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
