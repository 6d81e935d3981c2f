import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';

/** The requests that an element may get: sent to it, to a name of it, or to a group it is in. */
export function requestsTo(model: Architecture, target: Element): readonly Flow[] {
  const ends = new Set([target, ...groupsOf(model, target)]);
  // A set grows while it is gone through: names lead on to names.
  for (const end of ends) {
    for (const { verb, from } of model.incoming(end)) {
      const name = verb === 'resolvesTo' ? model.byId.get(from) : undefined;
      if (name) ends.add(name);
    }
  }
  return [...ends].flatMap((end) => model.incoming(end)).filter(isRequest);
}

/** The requests that an element sends, by itself or as one of a group. */
export function requestsFrom(model: Architecture, source: Element): readonly Flow[] {
  return [source, ...groupsOf(model, source)].flatMap((one) => model.outgoing(one)).filter(isRequest);
}

function groupsOf(model: Architecture, element: Element): readonly Element[] {
  return model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? []);
}

function isRequest({ verb }: Flow): boolean {
  return verbs[verb].sort === 'traffic' && verb !== 'resolvesTo';
}
