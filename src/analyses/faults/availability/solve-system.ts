import { tolerance } from '../gates.js';
import type { OrderedComponents } from './components-in-order.js';
import type { JourneySystem } from './journey-system.js';
import type { WaitFunction } from './waits.js';

/**
 * The algebra in which a system is solved: functions of the events, or words whose bits are scenarios. 0 is never there,
 * and settled values are equal where their functions are.
 */
export interface Algebra {
  readonly always: number;
  readonly event: (event: number) => number;
  either(left: number, right: number): number;
  both(left: number, right: number): number;
  butNot(left: number, right: number): number;
  /** True where the weights of what is true come to more than `slack`. */
  moreThan(slack: number, values: readonly number[], weights: Float64Array): number;
  /** The one form of a function that may be written in several. */
  settled(value: number): number;
  /** Nothing further is of use. */
  isFull(): boolean;
  /** Told how many inputs were looked at. */
  spend?(inputs: number): void;
}

/**
 * Works out what fails, node by node, and answers for the top. A cycle of needs is the greatest fixpoint of working:
 * nothing on it fails until something does. A cycle of chains is the least: nothing on it is reached until a chain leads in.
 */
export function solverOf(system: JourneySystem, { nodes, starts }: OrderedComponents, algebra: Algebra): () => number {
  const value = new Int32Array(system.count);
  const evaluate = evaluatorOf(system, algebra, value);
  const inputsUpTo = inputsBefore(system, nodes);
  const isCyclic = Uint8Array.from(starts.slice(0, -1), (start, component) =>
    starts[component + 1]! > start + 1 || needsItself(system, nodes[start]!) ? 1 : 0,
  );
  return () => {
    for (let component = 0; component + 1 < starts.length && !algebra.isFull(); component += 1) {
      const [start, end] = [starts[component]!, starts[component + 1]!];
      if (isCyclic[component] === 1) settle(start, end);
      else value[nodes[start]!] = evaluate(nodes[start]!);
    }
    algebra.spend?.(inputsUpTo[nodes.length]!);
    return value[system.top]!;
  };

  function settle(start: number, end: number): void {
    for (let place = start; place < end; place += 1) {
      value[nodes[place]!] = system.unreached[nodes[place]!] === 1 ? algebra.always : 0;
    }
    for (let changed = true; changed && !algebra.isFull(); ) {
      changed = false;
      for (let place = start; place < end; place += 1) {
        const node = nodes[place]!;
        const now = algebra.settled(evaluate(node));
        if (now === value[node]) continue;
        value[node] = now;
        changed = true;
      }
      if (changed) algebra.spend?.(inputsUpTo[end]! - inputsUpTo[start]!);
    }
  }
}

/** Of the nodes before each place in their order; a node without inputs is a look as well. */
function inputsBefore({ inputStart }: JourneySystem, nodes: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(nodes.length + 1);
  for (let place = 0; place < nodes.length; place += 1) {
    const node = nodes[place]!;
    sums[place + 1] = sums[place]! + 1 + inputStart[node + 1]! - inputStart[node]!;
  }
  return sums;
}

/** A cycle of one: what the last scenarios left of it must not decide the next. */
function needsItself({ inputs, inputStart }: JourneySystem, node: number): boolean {
  return inputs.subarray(inputStart[node]!, inputStart[node + 1]!).includes(node);
}

/** How many of its inputs a node can lose: none, all but one, or it must be counted. */
type Join = 'always' | 'never' | 'either' | 'both' | 'count';

function joinOf({ inputStart, weights, slack }: JourneySystem, node: number): Join {
  const room = slack[node]! + tolerance;
  if (room < 0) return 'always';
  let least = Number.POSITIVE_INFINITY;
  let total = 0;
  for (let edge = inputStart[node]!; edge < inputStart[node + 1]!; edge += 1) {
    least = Math.min(least, weights[edge]!);
    total += weights[edge]!;
  }
  if (total <= room) return 'never';
  if (least > room) return 'either';
  return total - least <= room ? 'both' : 'count';
}

/**
 * While a takeover is going on: something is down, and all that is has been for less than it takes. By hand it is going on
 * until something has been down for longer. The one function that more failures may end: it asks events alone.
 */
function waiting(algebra: Algebra, { byHand, parts }: WaitFunction): number {
  let begun = 0;
  let over = 0;
  for (const { failures, young } of parts) {
    const down = failures.map(algebra.event).reduce((left, right) => algebra.both(left, right));
    const recent = young === 'always' ? down : algebra.both(down, anyEvent(algebra, young));
    begun = algebra.either(begun, recent);
    if (young !== 'always') over = algebra.either(over, algebra.butNot(down, recent));
  }
  return algebra.butNot(byHand ? algebra.always : begun, over);
}

function anyEvent(algebra: Algebra, events: readonly number[]): number {
  return events.map(algebra.event).reduce((left, right) => algebra.either(left, right), 0);
}

/** What a node comes to from the values of its inputs. */
function evaluatorOf(system: JourneySystem, algebra: Algebra, value: Int32Array): (node: number) => number {
  const { event, waits, failed, inputStart, inputs, weights, slack } = system;
  const joins = Array.from(event, (_, node) => (failed[node] === 1 ? 'always' : joinOf(system, node)));
  return (node) => {
    const wait = waits.get(node);
    const own = wait ? waiting(algebra, wait) : event[node]! >= 0 ? algebra.event(event[node]!) : 0;
    const lost = inputsLost(node, joins[node]!);
    return own === 0 ? lost : algebra.either(own, lost);
  };

  function inputsLost(node: number, join: Join): number {
    switch (join) {
      case 'always':
        return algebra.always;
      case 'never':
        return 0;
      case 'either':
        return fold(node, algebra.either);
      case 'both':
        return fold(node, algebra.both);
      case 'count': {
        const [start, end] = [inputStart[node]!, inputStart[node + 1]!];
        const values = Array.from(inputs.subarray(start, end), (input) => value[input]!);
        return algebra.moreThan(slack[node]!, values, weights.subarray(start, end));
      }
    }
  }

  function fold(node: number, join: (left: number, right: number) => number): number {
    const end = inputStart[node + 1]!;
    let result = value[inputs[inputStart[node]!]!]!;
    for (let edge = inputStart[node]! + 1; edge < end; edge += 1) result = join(result, value[inputs[edge]!]!);
    return result;
  }
}
