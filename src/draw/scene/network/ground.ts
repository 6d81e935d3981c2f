import { analyseNetwork } from '../../../analyses/network/analyse-network.js';
import type { Network, PassageReason } from '../../../analyses/network/result.js';
import type { Architecture, Element, ElementId, Flow } from '../../../graph/architecture.js';
import { createGraph } from '../../../graph/create-graph.js';
import { exposedIn, type Reached } from './exposed.js';

/** What the network view asks of a model that it has drawn the internet into. */
export interface Ground {
  readonly network: Network;
  /** What the internet reaches, or may, by element; what it does not reach is not listed. */
  readonly exposed: ReadonlyMap<Element, Reached>;
  /** The card of the internet; left out where nothing is known to be open to it. */
  readonly internet?: ElementId;
  /** Undefined for what leads from the internet and no flow of the model says. */
  passageOf(flow: Flow): PassageReason | undefined;
}

const grounds = new WeakMap<Architecture, Ground>();

export function groundOf(model: Architecture): Ground {
  const known = grounds.get(model);
  if (known) return known;
  const network = analyseNetwork(model);
  const ground = { network, exposed: exposedIn(network), passageOf: (flow: Flow) => network.passageReason(flow) };
  grounds.set(model, ground);
  return ground;
}

/**
 * The model with the internet as an element where packets of anyone get to something: with a flow to each listener that is
 * open to anyone and that nobody outside is said to ask. Nothing that is judged is judged on it.
 */
export function withInternet(model: Architecture): Architecture {
  const ground = groundOf(model);
  const open = [...ground.exposed].filter(([, { anyone }]) => anyone.length > 0);
  if (open.length === 0) return model;
  const id = freeId(model);
  const internet: Element = { id, kind: 'externalService', name: 'the internet', facts: { role: 'anyone' } };
  const undeclared = open.flatMap(([element, { undeclared }]) =>
    undeclared.map((listener, index): Flow => {
      const named = listener?.name ? { listener: listener.name } : {};
      return { id: `${id} ${index} ${element.id}`, verb: 'visits', from: id, to: element.id, ...named, facts: {} };
    }),
  );
  const { format, version, name, facts, elements, flows, pools, clusters, journeys, waivers } = model;
  const parts = { format, version, name, facts, pools, clusters, journeys, waivers };
  const extended = createGraph({ ...parts, elements: [internet, ...elements], flows: [...undeclared, ...flows] });
  const own = new Set(undeclared);
  const passageOf = (flow: Flow) => (own.has(flow) ? undefined : ground.passageOf(flow));
  grounds.set(extended, { ...ground, internet: id, passageOf });
  return extended;
}

/** No author's element has it. */
function freeId({ byId }: Architecture): ElementId {
  let id = 'the internet';
  while (byId.has(id)) id += "'";
  return id;
}
