import type { Cluster, Element, ElementId, Flow } from '../../graph/architecture.js';
import type { GateDraft } from './gates.js';
import type { PacketWays } from './packet-ways.js';
import type { Standing } from './spread.js';
import type { Universe } from './universe.js';

/** How a store is used: a read ignores what is only written, a write what is only read. */
export type Mode = 'read' | 'write';

export const modes = ['read', 'write'] as const;

/**
 * What chance adds to the structure, in the calculation of availability only: members of an element fail one by one, a
 * takeover takes its time, and a figure may cover what an element stands on.
 */
export interface Chances {
  /** The standings of an element's members, each with its own way to fail. */
  members(index: number, standings: readonly Standing[]): readonly Standing[];
  /** The figure covers places and needs: nothing else is asked of the element. */
  coversNeeds(index: number): boolean;
  /** Works while somebody may take over in this group, or along this replication; undefined: nobody does. */
  successor(owner: Cluster | Flow): number | undefined;
}

/** What every step of compiling the structure function of one mode works on. */
export interface StructureDraft {
  readonly universe: Universe;
  readonly gates: GateDraft;
  readonly mode: Mode;
  readonly ways: PacketWays;
  /** Left out: what breaks things, and not how often. */
  readonly chances?: Chances;
}

/** What packets to an element need on their way, as nodes; undefined where nothing is ever in the way. */
export type Way = ((target: Element) => readonly number[]) | undefined;

/** The node of an element; one that is not in the model never works. */
export function nodeOf({ universe, gates }: StructureDraft, id: ElementId): number {
  return universe.indexOf.get(id) ?? gates.never;
}

/** What must work for another to take over in a group or along a replication; undefined where nothing does. */
export function successorNode(
  draft: StructureDraft,
  owner: Cluster | Flow,
  mechanism: Element | undefined,
): number | undefined {
  if (draft.chances) return draft.chances.successor(owner);
  return mechanism && nodeOf(draft, mechanism.id);
}

/** The element with what its way needs. */
export function nodeOnWay(draft: StructureDraft, element: Element, way: Way): number {
  const node = nodeOf(draft, element.id);
  return way ? draft.gates.all([node, ...way(element)]) : node;
}
