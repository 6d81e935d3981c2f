import type { Architecture } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from './document.js';
import type { Tape } from './tape.js';

export interface FaultTree {
  readonly model: Architecture;
  /** The ids of the components that fail, and their shares of the time. */
  readonly leaves: readonly string[];
  readonly shares: readonly number[];
  /** Whether the top event is the case in a state, a leaf to a bit. */
  readonly isBroken: (state: number) => boolean;
}

interface Gate {
  readonly inputs: readonly number[];
  /** Weight that must work. */
  readonly need: number;
  readonly weights: readonly number[];
}

const exponents = [-1, -2, -3, -5, -9, -15];

/** A random monotone system of gates over independent components, each gate a component that needs others. */
export function randomFaultTree(tape: Tape, most: number): FaultTree {
  // Every state is looked at, so that most are to be small.
  const count = 1 + tape.below(tape.chance(1) ? most : Math.min(most, 9));
  const leaves = Array.from({ length: count }, (_, leaf) => `leaf-${leaf}`);
  const shares = leaves.map(() => (1 + tape.below(49)) * 10 ** tape.pick(exponents) * 0.1);
  const gates: Gate[] = [];
  const size = 1 + tape.below(10);
  for (let gate = 0; gate < size; gate += 1) {
    const inputs = new Set([gate === 0 ? 0 : count + gate - 1]);
    for (let more = 1 + tape.below(4); more > 0; more -= 1) inputs.add(tape.below(count + gate));
    gates.push(randomGate(tape, [...inputs]));
  }
  return { model: modelOf(leaves, shares, gates), leaves, shares, isBroken: (state) => !works(gates, count, state) };
}

function randomGate(tape: Tape, inputs: readonly number[]): Gate {
  const equal = inputs.map(() => 1);
  const weights = tape.chance(3) ? inputs.map(() => 1 + tape.below(4)) : equal;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights !== equal) return { inputs, weights, need: total * tape.pick([0.25, 0.5, 0.75]) };
  return { inputs, weights, need: tape.pick([1, inputs.length, 1 + tape.below(inputs.length)]) };
}

function works(gates: readonly Gate[], count: number, state: number): boolean {
  const values = Array.from({ length: count }, (_, leaf) => ((state >>> leaf) & 1) === 0);
  for (const { inputs, need, weights } of gates) {
    const left = inputs.reduce((sum, input, place) => sum + (values[input] ? weights[place]! : 0), 0);
    values.push(left >= need - 1e-9);
  }
  return values.at(-1)!;
}

function modelOf(leaves: readonly string[], shares: readonly number[], gates: readonly Gate[]): Architecture {
  const d = draft();
  d.element('user', 'user');
  d.element('database', 'db');
  for (const [index, leaf] of leaves.entries())
    d.element('component', leaf, { facts: { unavailability: shares[index]! } });
  const ids = [...leaves, ...gates.map((_, gate) => `gate-${gate}`)];
  for (const [index, gate] of gates.entries()) addGate(d, `gate-${index}`, gate, ids);
  d.flow('user', 'visits', `gate-${gates.length - 1}`);
  d.flow(`gate-${gates.length - 1}`, 'reads', 'db');
  d.journey('user', 'read', 'db');
  return d.graph();
}

function addGate(d: Drafting, id: string, { inputs, need, weights }: Gate, ids: readonly string[]): void {
  d.element('component', id);
  const targets = inputs.map((input) => ids[input]!);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const isWeighed = weights.some((weight) => weight !== 1) || need < 1;
  if (isWeighed) d.pool(id, 'calls', targets, { need: need / total, weights });
  else if (need === targets.length) for (const target of targets) d.flow(id, 'calls', target);
  else d.pool(id, 'calls', targets, { need });
}
