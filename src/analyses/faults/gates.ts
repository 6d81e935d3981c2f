/**
 * The structure function as threshold gates over dense numbers: a node works while the weights of its working inputs
 * reach its need. Inputs and dependents lie in compressed sparse rows, so that a scenario costs no allocation.
 */
export interface Gates {
  readonly count: number;
  /** How much weight may be lost before the node dies; below zero: it never works. */
  readonly slack: Float64Array;
  readonly total: Float64Array;
  readonly inputStart: Int32Array;
  readonly inputs: Int32Array;
  readonly inputWeight: Float64Array;
  readonly dependentStart: Int32Array;
  readonly dependents: Int32Array;
  readonly dependentWeight: Float64Array;
}

/** Shares of weights are compared with this much room for rounding. */
export const tolerance = 1e-9;

interface Draft {
  readonly inputs: number[];
  readonly weights: number[] | undefined;
  /** Undefined: every input is needed. */
  readonly need: number | undefined;
}

export interface GateDraft {
  /** Adds something that an element needs; elements have the numbers 0 to `elements` - 1. */
  needs(element: number, node: number): void;
  /** A node that works while all of these do. One input stands for itself, none always works. */
  all(nodes: readonly number[]): number;
  /** A node that works while the weights of the working ones (1 each where left out) reach `need`. */
  atLeast(need: number, nodes: readonly number[], weights?: readonly number[]): number;
  /** A node that needs nothing: it works until it is failed, as an element does. */
  free(): number;
  readonly always: number;
  readonly never: number;
  /** A draft of its own that begins with what stands in this one. */
  fork(): GateDraft;
  finish(): Gates;
}

export function draftGates(elements: number): GateDraft {
  const drafts: Draft[] = [];
  for (let element = 0; element < elements; element += 1) drafts.push(gate([]));
  const always = drafts.push(gate([])) - 1;
  const never = drafts.push(gate([], 1)) - 1;
  return continueDraft(drafts, new Map(), always, never);
}

function gate(inputs: number[], need?: number, weights?: number[]): Draft {
  return { inputs, weights, need };
}

function continueDraft(drafts: Draft[], known: Map<string, number>, always: number, never: number): GateDraft {
  function add(inputs: number[], need?: number, weights?: number[]): number {
    return drafts.push(gate(inputs, need, weights)) - 1;
  }

  return {
    always,
    never,
    free: () => add([]),
    needs: (element, node) => {
      if (node !== always) drafts[element]!.inputs.push(node);
    },
    all(nodes) {
      if (nodes.length === 1) return nodes[0]!;
      const inputs = [...new Set(nodes)].filter((node) => node !== always).sort((left, right) => left - right);
      if (inputs.includes(never)) return never;
      if (inputs.length === 0) return always;
      if (inputs.length === 1) return inputs[0]!;
      const key = inputs.join();
      const node = known.get(key) ?? add(inputs);
      known.set(key, node);
      return node;
    },
    atLeast(need, nodes, weights) {
      if (need <= 0) return always;
      if (!weights && nodes.length === 1 && need <= 1) return nodes[0]!;
      return add([...nodes], need, weights && [...weights]);
    },
    fork: () =>
      continueDraft(
        drafts.map((draft) => gate([...draft.inputs], draft.need, draft.weights)),
        new Map(known),
        always,
        never,
      ),
    finish: () => compress(drafts),
  };
}

function compress(drafts: readonly Draft[]): Gates {
  const count = drafts.length;
  const inputStart = new Int32Array(count + 1);
  const dependentStart = new Int32Array(count + 1);
  for (let node = 0; node < count; node += 1) {
    const { inputs } = drafts[node]!;
    inputStart[node + 1] = inputStart[node]! + inputs.length;
    for (const input of inputs) dependentStart[input + 1]! += 1;
  }
  for (let node = 0; node < count; node += 1) dependentStart[node + 1]! += dependentStart[node]!;
  const edges = inputStart[count]!;
  const gates = {
    count,
    slack: new Float64Array(count),
    total: new Float64Array(count),
    inputStart,
    inputs: new Int32Array(edges),
    inputWeight: new Float64Array(edges),
    dependentStart,
    dependents: new Int32Array(edges),
    dependentWeight: new Float64Array(edges),
  };
  fill(gates, drafts);
  return gates;
}

function fill(gates: Gates, drafts: readonly Draft[]): void {
  const next = gates.dependentStart.slice();
  for (let node = 0; node < gates.count; node += 1) {
    const { inputs, weights, need } = drafts[node]!;
    let total = 0;
    for (let place = 0; place < inputs.length; place += 1) {
      const input = inputs[place]!;
      const weight = weights?.[place] ?? 1;
      total += weight;
      const edge = gates.inputStart[node]! + place;
      gates.inputs[edge] = input;
      gates.inputWeight[edge] = weight;
      const back = next[input]!;
      next[input] = back + 1;
      gates.dependents[back] = node;
      gates.dependentWeight[back] = weight;
    }
    gates.total[node] = total;
    gates.slack[node] = total - (need ?? total);
  }
}
