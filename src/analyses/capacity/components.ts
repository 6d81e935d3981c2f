/**
 * Strongly connected components of a graph in compressed rows, by Tarjan's algorithm (1972) without recursion: numbered
 * so that every edge leads to the same or a later component.
 */
export interface Components {
  readonly of: Int32Array;
  readonly count: number;
  /** The nodes of component `c` are `nodes[start[c]]` to `nodes[start[c + 1] - 1]`. */
  readonly start: Int32Array;
  readonly nodes: Int32Array;
}

export interface Rows {
  readonly count: number;
  readonly start: Int32Array;
  readonly targets: Int32Array;
}

export function componentsOf({ count, start, targets }: Rows): Components {
  const index = new Int32Array(count);
  const low = new Int32Array(count);
  const next = start.slice(0, count);
  const component = new Int32Array(count).fill(-1);
  const stack: number[] = [];
  const path: number[] = [];
  let seen = 0;
  let components = 0;

  function enter(node: number): void {
    seen += 1;
    index[node] = seen;
    low[node] = seen;
    stack.push(node);
    path.push(node);
  }

  function leave(node: number): void {
    path.pop();
    const before = path.at(-1);
    if (before !== undefined) low[before] = Math.min(low[before]!, low[node]!);
    if (low[node] !== index[node]) return;
    for (let member = -1; member !== node; ) {
      member = stack.pop()!;
      component[member] = components;
    }
    components += 1;
  }

  for (let root = 0; root < count; root += 1) {
    if (index[root] !== 0) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const edge = next[node]!;
      if (edge === start[node + 1]) {
        leave(node);
        continue;
      }
      next[node] = edge + 1;
      const target = targets[edge]!;
      if (index[target] === 0) enter(target);
      else if (component[target] === -1) low[node] = Math.min(low[node]!, index[target]!);
    }
  }
  return inOrder(component, components);
}

/** Tarjan finds the last components first. */
function inOrder(found: Int32Array, count: number): Components {
  const of = found.map((component) => count - 1 - component);
  const start = new Int32Array(count + 1);
  for (const component of of) start[component + 1]! += 1;
  for (let component = 0; component < count; component += 1) start[component + 1]! += start[component]!;
  const next = start.slice();
  const nodes = new Int32Array(of.length);
  for (const [node, component] of of.entries()) {
    nodes[next[component]!] = node;
    next[component]! += 1;
  }
  return { of, count, start, nodes };
}
