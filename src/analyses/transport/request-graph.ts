import type { Architecture, Element } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { dataOnFlows } from './data-travel.js';
import { drawEdges, type Edges } from './edges.js';
import { type Groups, groupsOf } from './groups.js';
import { type Legs, listLegs } from './legs.js';
import { type Numbering, numberModel, sorts } from './numbering.js';
import { type Receptions, receptionsOf } from './receptions.js';
import { type Standing, standingOf } from './standing.js';

/** All that is asked of a model on the way of a request, in numbers: made once, in a few passes over its flows. */
export interface RequestGraph extends Numbering {
  readonly edges: Edges;
  readonly standing: Standing;
  readonly receptions: Receptions;
  readonly legs: Legs;
  /** Which elements are alike. */
  readonly groups: Groups;
  /** By flow, the data classes as bits. */
  readonly carried: Uint8Array;
}

export function requestGraph(model: Architecture): RequestGraph {
  const numbering = numberModel(model);
  const edges = drawEdges(numbering);
  const standing = standingOf(numbering);
  const receptions = receptionsOf(numbering, standing);
  const legs = listLegs(numbering, standing, receptions);
  const carried = dataOnFlows(numbering, edges, standing);
  return { ...numbering, edges, standing, receptions, legs, carried, groups: groupsOf(numbering) };
}

/** A cluster of stores is one as a whole. */
export function isStore({ model }: Numbering, { id, kind }: Element): boolean {
  const kept = kind === 'cluster' ? model.clusterById.get(id)?.memberKind : kind;
  return kept !== undefined && traits(kept).store === true;
}

/** Where requests can end: stores that some flow of a request, or a name, leads to. The members of a group are no ends of their own. */
export function storesAsked(numbering: Numbering): readonly number[] {
  const { elements, to, sort } = numbering;
  const found = new Uint8Array(elements.length);
  for (let flow = 0; flow < sort.length; flow += 1) if (sort[flow] !== sorts.operation) found[to[flow]!] = 1;
  const stores: number[] = [];
  for (let node = 0; node < found.length; node += 1) {
    if (found[node] === 1 && isStore(numbering, elements[node]!)) stores.push(node);
  }
  return stores;
}
