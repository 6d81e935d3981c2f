import type { Goal } from '../journeys.js';
import { searcherIn } from '../reach.js';
import type { Structure } from '../structure.js';
import type { BasicEvent } from './basic-events.js';
import type { WaitFunction } from './waits.js';

/**
 * When a journey is broken, as equations over dense numbers: a node fails while its event is the case, or the weights of
 * its failed inputs come to more than its slack. Only what the journey hangs on is in it.
 */
export interface JourneySystem {
  readonly count: number;
  /** The number of a node's event among all events; -1 where it has none. */
  readonly event: Int32Array;
  /** The nodes that fail while a takeover is going on. */
  readonly waits: ReadonlyMap<number, WaitFunction>;
  /** 1 where a node fails whatever happens. */
  readonly failed: Uint8Array;
  readonly inputStart: Int32Array;
  readonly inputs: Int32Array;
  readonly weights: Float64Array;
  readonly slack: Float64Array;
  /** 1 where the node says that no chain reaches an element: on a cycle it fails until a chain is found. */
  readonly unreached: Uint8Array;
  /** Fails while the journey is broken. */
  readonly top: number;
  /** Numbers of the elements in it, in the order of the universe. */
  readonly elements: readonly number[];
}

interface Draft {
  readonly inputs: readonly number[];
  readonly weights?: readonly number[];
  readonly slack: number;
  readonly event?: number;
  readonly wait?: WaitFunction;
  readonly failed?: boolean;
  readonly unreached?: boolean;
}

/** What is the same for every journey of a model. */
export interface SystemGround {
  readonly structures: readonly Structure[];
  readonly events: readonly BasicEvent[];
  /** By node of the structures. */
  readonly waits: ReadonlyMap<number, WaitFunction>;
  /** Elements failed from the start: certificates that ran out. */
  readonly expired: ReadonlySet<number>;
}

/** The equations of one journey: in each of its modes the user works, and a chain of working elements leads to the store. */
export function systemOf(
  { structures, events, waits, expired }: SystemGround,
  { from, to, modes }: Goal,
): JourneySystem {
  const eventOf = new Map(events.map(({ node }, index) => [node, index]));
  const drafts: (Draft | undefined)[] = [undefined];
  const waiting: (() => void)[] = [];
  const elements = new Set<number>();

  function reserve(make: (node: number) => void): number {
    const node = drafts.push(undefined) - 1;
    waiting.push(() => make(node));
    return node;
  }

  const tops = structures
    .filter(({ mode }) => modes.includes(mode))
    .flatMap((structure) => {
      const gateNode = gatesOf(structure);
      return [gateNode(from), ...(from === to ? [] : [chainsOf(structure, gateNode)(to)])];
    });
  drafts[0] = { inputs: tops, slack: 0 };
  for (let make = waiting.pop(); make; make = waiting.pop()) make();
  return compress(drafts as readonly Draft[], elements);

  function gatesOf({ gates, universe }: Structure): (node: number) => number {
    const known = new Map<number, number>();
    function gateNode(gate: number): number {
      const before = known.get(gate);
      if (before !== undefined) return before;
      const made = reserve((node) => {
        const [start, end] = [gates.inputStart[gate]!, gates.inputStart[gate + 1]!];
        drafts[node] = {
          inputs: Array.from(gates.inputs.subarray(start, end), gateNode),
          weights: Array.from(gates.inputWeight.subarray(start, end)),
          slack: gates.slack[gate]!,
          event: eventOf.get(gate),
          wait: waits.get(gate),
          failed: expired.has(gate),
        };
      });
      known.set(gate, made);
      if (gate < universe.elements.length) elements.add(gate);
      return made;
    }
    return gateNode;
  }

  function chainsOf(structure: Structure, gateNode: (node: number) => number): (element: number) => number {
    const search = searcherIn(structure, undefined);
    search.from(from);
    const known = new Map<number, number>([[from, gateNode(from)]]);
    function unreachedNode(element: number): number {
      const before = known.get(element);
      if (before !== undefined) return before;
      const made = reserve((node) => {
        const arrivals = structure.stepsBack(element).filter((step) => search.reached(step.from));
        const ways = arrivals.map(({ from: source, node: step, by }) => {
          const inputs = [unreachedNode(source), ...(by === 'standIn' ? [] : [gateNode(source)]), gateNode(step)];
          return drafts.push({ inputs: [...new Set(inputs)], slack: 0, unreached: true }) - 1;
        });
        drafts[node] = { inputs: ways, slack: ways.length - 1, unreached: true };
      });
      known.set(element, made);
      return made;
    }
    return unreachedNode;
  }
}

function compress(drafts: readonly Draft[], elements: ReadonlySet<number>): JourneySystem {
  const count = drafts.length;
  const inputStart = new Int32Array(count + 1);
  for (const [node, { inputs }] of drafts.entries()) inputStart[node + 1] = inputStart[node]! + inputs.length;
  return {
    count,
    event: Int32Array.from(drafts, ({ event }) => event ?? -1),
    failed: Uint8Array.from(drafts, ({ failed }) => (failed ? 1 : 0)),
    waits: new Map(drafts.flatMap(({ wait }, node) => (wait ? [[node, wait] as const] : []))),
    inputStart,
    inputs: Int32Array.from(drafts.flatMap(({ inputs }) => inputs)),
    weights: Float64Array.from(drafts.flatMap(({ inputs, weights }) => weights ?? inputs.map(() => 1))),
    slack: Float64Array.from(drafts, ({ slack }) => slack),
    unreached: Uint8Array.from(drafts, ({ unreached }) => (unreached ? 1 : 0)),
    top: 0,
    elements: [...elements].sort((left, right) => left - right),
  };
}
