import type { Element } from '../../graph/architecture.js';
import { canFail } from '../faults/fallible.js';
import { startWorking, type WorkingState } from '../faults/fixpoint.js';
import { packetWays } from '../faults/packet-ways.js';
import { compileStructures, type Structure } from '../faults/structure.js';
import type { Mode } from '../faults/structure-draft.js';
import { listUniverse, type Universe } from '../faults/universe.js';
import type { Access } from './statements.js';

/** A node of the failure analysis for reading and one for writing; -1 where it plays no part in that mode. */
export interface NodePair {
  readonly read: number;
  readonly write: number;
}

/** Nodes of what always works: steps inside a group or a name that were judged where they began. */
export const always: NodePair = { read: -2, write: -2 };

export interface ModeAtWork {
  readonly mode: Mode;
  readonly structure: Structure;
  readonly state: WorkingState;
}

/** What works, by the failure analysis: both modes side by side, failed and undone together. */
export interface Working {
  readonly universe: Universe;
  readonly read: ModeAtWork;
  readonly write: ModeAtWork;
  /** Whether one of a pair of nodes works. */
  isUp(read: number, write: number): boolean;
  /** Fails elements and what dies with them, by their numbers; `undo` brings exactly these back. */
  fail(elements: readonly number[]): Deaths;
  undo(deaths: Deaths): void;
  canFail(element: number): boolean;
}

export interface Deaths {
  readonly read: readonly number[];
  readonly write: readonly number[];
}

export function workingOf(model: Parameters<typeof listUniverse>[0]): Working {
  const universe = listUniverse(model);
  const atWork = compileStructures(universe, packetWays(model)).map((structure) => {
    return { mode: structure.mode, structure, state: startWorking(structure.gates) };
  });
  const read = atWork.find(({ mode }) => mode === 'read')!;
  const write = atWork.find(({ mode }) => mode === 'write')!;
  const reading = read.state.works;
  const writing = write.state.works;
  return {
    universe,
    read,
    write,
    isUp: (atRead, atWrite) =>
      atRead === always.read || (atRead >= 0 && reading[atRead] === 1) || (atWrite >= 0 && writing[atWrite] === 1),
    fail: (elements) => ({ read: read.state.fail(elements), write: write.state.fail(elements) }),
    undo(deaths) {
      read.state.undo(deaths.read);
      write.state.undo(deaths.write);
    },
    canFail: (element) => canFail(universe.elements[element]!, read.structure.slack[element] ?? 0),
  };
}

/** What counts of two nodes for a request of this access. */
export function nodesFor(access: Access, read: number, write: number): NodePair {
  switch (access) {
    case 'read':
      return { read, write: -1 };
    case 'write':
      return { read: -1, write };
    case 'any':
      return { read, write };
  }
}

/** The element itself, as it works for an access. */
export function nodesOfElement({ indexOf }: Universe, { id }: Element, access: Access): NodePair {
  const index = indexOf.get(id) ?? -1;
  return nodesFor(access, index, index);
}
