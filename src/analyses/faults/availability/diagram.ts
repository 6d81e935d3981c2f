/**
 * Reduced ordered binary decision diagrams (Bryant, Graph-based algorithms for Boolean function manipulation, 1986): every
 * function of the events has one node. Node 0 is never, node 1 always; any other asks whether the event of its level is
 * the case. A node's branches have smaller numbers than itself.
 */
export interface Diagram {
  /** The function of one event: true while it is the case. */
  event(level: number): number;
  /** The node of a level with these branches. */
  node(level: number, otherwise: number, whenSo: number): number;
  /** Where `condition` holds `then`, elsewhere `otherwise`. */
  choose(condition: number, then: number, otherwise: number): number;
  either(left: number, right: number): number;
  both(left: number, right: number): number;
  /** Level of the event that a node asks for; beyond all levels for 0 and 1. */
  levelOf(node: number): number;
  otherwise(node: number): number;
  whenSo(node: number): number;
  /** How many nodes there are, 0 and 1 among them. */
  size(): number;
  /** Counts steps of work that are made for it elsewhere. */
  spend(steps: number): void;
  /** How many steps were made. */
  steps(): number;
  /** Beyond its limits; what it answers from then on means nothing. */
  isFull(): boolean;
  /** Forgets every node from this number on, and that it was full. */
  forget(from: number): void;
}

export interface DiagramLimits {
  readonly nodes: number;
  /** Steps of `choose` in all: nodes that are made again and again cost time and no room. */
  readonly steps: number;
}

const leafLevel = 0x7fff_ffff;
const mostRemembered = 1 << 16;

export function openDiagram(limits: DiagramLimits): Diagram {
  let capacity = 1 << 10;
  let levels = new Int32Array(capacity).fill(leafLevel, 0, 2);
  let lows = new Int32Array(capacity);
  let highs = new Int32Array(capacity);
  let table = new Int32Array(capacity * 2);
  let size = 2;
  let steps = 0;
  let full = false;
  // A memory of answers that overwrites itself: condition, then, otherwise, answer.
  let memory = new Int32Array(capacity * 4).fill(-1);
  // What `choose` is in the middle of, four numbers each: the question, and the branch that is answered already.
  let stack = new Int32Array(4 * 256);

  function node(level: number, otherwise: number, whenSo: number): number {
    if (otherwise === whenSo) return otherwise;
    let slot = mixed(level, otherwise, whenSo) & (table.length - 1);
    for (let found = table[slot]!; found !== 0; found = table[slot]!) {
      if (levels[found] === level && lows[found] === otherwise && highs[found] === whenSo) return found;
      slot = (slot + 1) & (table.length - 1);
    }
    if (size >= limits.nodes) {
      full = true;
      return 0;
    }
    if (size === capacity) {
      grow();
      return node(level, otherwise, whenSo);
    }
    levels[size] = level;
    lows[size] = otherwise;
    highs[size] = whenSo;
    table[slot] = size;
    size += 1;
    return size - 1;
  }

  function grow(): void {
    capacity *= 2;
    levels = enlarged(levels);
    lows = enlarged(lows);
    highs = enlarged(highs);
    table = new Int32Array(capacity * 2);
    fillTable();
    if (capacity <= mostRemembered) memory = new Int32Array(capacity * 4).fill(-1);
  }

  function fillTable(): void {
    for (let made = 2; made < size; made += 1) {
      let slot = mixed(levels[made]!, lows[made]!, highs[made]!) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = made;
    }
  }

  /** The answer where it is at hand; -1 where branches must be asked. */
  function atHand(condition: number, then: number, otherwise: number): number {
    if (condition === 1 || then === otherwise) return then;
    if (condition === 0) return otherwise;
    if (then === 1 && otherwise === 0) return condition;
    const place = placeOf(condition, then, otherwise);
    return memory[place] === condition && memory[place + 1] === then && memory[place + 2] === otherwise
      ? memory[place + 3]!
      : -1;
  }

  function choose(condition: number, then: number, otherwise: number): number {
    let depth = -1;
    let answer = ask(condition, then, otherwise);
    while (depth >= 0 && !full) {
      const frame = depth * 4;
      const c = stack[frame]!;
      const t = stack[frame + 1]!;
      const o = stack[frame + 2]!;
      const level = Math.min(levels[c]!, levels[t]!, levels[o]!);
      if (answer >= 0 && stack[frame + 3] === -1) {
        // The branch where the event is the case is answered; now the other.
        stack[frame + 3] = answer;
        answer = ask(low(c, level), low(t, level), low(o, level));
      } else if (answer >= 0) {
        answer = node(level, answer, stack[frame + 3]!);
        remember(c, t, o, answer);
        depth -= 1;
      } else answer = ask(high(c, level), high(t, level), high(o, level));
    }
    return full ? 0 : answer;

    /** A condition that stands for its own answer is always or never there: the same question in one form. */
    function ask(c: number, asked: number, instead: number): number {
      const t = asked === c ? 1 : asked;
      const o = instead === c ? 0 : instead;
      steps += 1;
      if (steps > limits.steps) full = true;
      const known = atHand(c, t, o);
      if (known >= 0) return known;
      depth += 1;
      push(depth, c, t, o);
      return -1;
    }
  }

  function push(depth: number, condition: number, then: number, otherwise: number): void {
    if ((depth + 1) * 4 > stack.length) stack = enlarged(stack);
    stack[depth * 4] = condition;
    stack[depth * 4 + 1] = then;
    stack[depth * 4 + 2] = otherwise;
    stack[depth * 4 + 3] = -1;
  }

  function remember(condition: number, then: number, otherwise: number, answer: number): void {
    const place = placeOf(condition, then, otherwise);
    memory[place] = condition;
    memory[place + 1] = then;
    memory[place + 2] = otherwise;
    memory[place + 3] = answer;
  }

  function placeOf(condition: number, then: number, otherwise: number): number {
    return mixed(condition, then, otherwise) & (memory.length - 4);
  }

  function low(at: number, level: number): number {
    return levels[at] === level ? lows[at]! : at;
  }

  function high(at: number, level: number): number {
    return levels[at] === level ? highs[at]! : at;
  }

  return {
    node,
    choose,
    event: (level) => node(level, 0, 1),
    either: (left, right) => (left < right ? choose(left, 1, right) : choose(right, 1, left)),
    both: (left, right) => (left < right ? choose(left, right, 0) : choose(right, left, 0)),
    levelOf: (at) => levels[at]!,
    otherwise: (at) => lows[at]!,
    whenSo: (at) => highs[at]!,
    size: () => size,
    spend(more) {
      steps += more;
      if (steps > limits.steps) full = true;
    },
    steps: () => steps,
    isFull: () => full,
    forget(from) {
      size = from;
      steps = 0;
      full = false;
      table.fill(0);
      memory.fill(-1);
      fillTable();
    },
  };
}

function enlarged(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function mixed(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e37_79b1) ^ Math.imul(second, 0x85eb_ca6b) ^ Math.imul(third, 0xc2b2_ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return hash ^ (hash >>> 13);
}
