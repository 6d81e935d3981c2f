import { verbs } from '../../vocabulary/verbs.js';
import type { Universe } from './universe.js';

/**
 * The elements of which every instance is needed, by number: no flow that requires them has anything that notices a dead one
 * (`healthCheck: false`). What they alone stand on loses an instance of theirs with each of its own.
 */
export function uncheckedTargets({ model, elements, indexOf, flowTo }: Universe): ReadonlySet<number> {
  const unchecked = new Set(uncheckedFlowTargets({ model, flowTo }));
  for (const target of unchecked) {
    const element = elements[target]!;
    const required = model.incoming(element).filter(({ verb }) => verbs[verb].hard !== 'no');
    if (required.some(({ facts }) => facts.healthCheck !== false)) unchecked.delete(target);
  }
  for (const target of unchecked) {
    const host = model.hostOf(elements[target]!);
    const place = host && indexOf.get(host.id);
    if (place === undefined) continue;
    if (model.children(host).every(({ id }) => unchecked.has(indexOf.get(id)!))) unchecked.add(place);
  }
  return unchecked;
}

/** Where any flow leads whose target nobody checks, by number. */
export function uncheckedFlowTargets({ model, flowTo }: Pick<Universe, 'model' | 'flowTo'>): ReadonlySet<number> {
  const targets = new Set<number>();
  for (let index = 0; index < model.flows.length; index += 1) {
    if (model.flows[index]!.facts.healthCheck === false && flowTo[index]! >= 0) targets.add(flowTo[index]!);
  }
  return targets;
}
