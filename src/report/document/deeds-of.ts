import type { Element } from '../../graph/architecture.js';
import { type Verb, verbs } from '../../vocabulary/verbs.js';
import type { Telling } from './telling.js';

/** `forwards to app on server-1 and server-2 · reports to monitoring`: what elements do with others, verb by verb. */
export function deedsOf(
  elements: readonly Element[],
  { audit: { model } }: Telling,
  say: (targets: readonly Element[]) => string,
): string {
  const targets = new Map<Verb, Set<Element>>();
  for (const flow of elements.flatMap((element) => model.outgoing(element))) {
    const target = model.byId.get(flow.to);
    if (target) targets.set(flow.verb, (targets.get(flow.verb) ?? new Set()).add(target));
  }
  return [...targets].map(([verb, others]) => `${verbs[verb].phrase} ${say([...others])}`).join(' · ');
}
