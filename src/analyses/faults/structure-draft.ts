import type { Element, ElementId } from '../../graph/architecture.js';
import type { GateDraft } from './gates.js';
import type { PacketWays } from './packet-ways.js';
import type { Universe } from './universe.js';

/** How a store is used: a read ignores what is only written, a write what is only read. */
export type Mode = 'read' | 'write';

export const modes = ['read', 'write'] as const;

/** What every step of compiling the structure function of one mode works on. */
export interface StructureDraft {
  readonly universe: Universe;
  readonly gates: GateDraft;
  readonly mode: Mode;
  readonly ways: PacketWays;
}

/** What packets to an element need on their way, as nodes; undefined where nothing is ever in the way. */
export type Way = ((target: Element) => readonly number[]) | undefined;

/** The node of an element; one that is not in the model never works. */
export function nodeOf({ universe, gates }: StructureDraft, id: ElementId): number {
  return universe.indexOf.get(id) ?? gates.never;
}

/** The element with what its way needs. */
export function nodeOnWay(draft: StructureDraft, element: Element, way: Way): number {
  const node = nodeOf(draft, element.id);
  return way ? draft.gates.all([node, ...way(element)]) : node;
}
