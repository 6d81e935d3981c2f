interface Visit<Node> {
  readonly node: Node;
  readonly next: readonly Node[];
  /** How many of `next` were gone to. */
  gone: number;
}

/**
 * Groups of nodes of which each leads to every other, those of one node left out unless it leads to itself (strongly
 * connected components, Tarjan 1972). In linear time and without recursion; each group, and the groups by their first
 * members, in the order given.
 */
export function knots<Node>(
  nodes: readonly Node[],
  nextOf: (node: Node) => readonly Node[],
): readonly (readonly Node[])[] {
  const order = new Map(nodes.map((node, index) => [node, index]));
  const low = new Map<Node, number>();
  const open = new Set<Node>();
  const stack: Node[] = [];
  const found: Node[][] = [];
  let count = 0;

  function enter(node: Node): Visit<Node> {
    low.set(node, count);
    numbers.set(node, count);
    count += 1;
    stack.push(node);
    open.add(node);
    return { node, next: nextOf(node).filter((one) => order.has(one)), gone: 0 };
  }

  function leave({ node, next }: Visit<Node>): void {
    if (low.get(node) !== numbers.get(node)) return;
    const group = stack.splice(stack.lastIndexOf(node));
    for (const member of group) open.delete(member);
    if (group.length > 1 || next.includes(node)) found.push(group);
  }

  function lower(node: Node, to: number): void {
    low.set(node, Math.min(low.get(node) ?? to, to));
  }

  const numbers = new Map<Node, number>();
  for (const start of nodes) {
    if (numbers.has(start)) continue;
    const way = [enter(start)];
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      const next = visit.next[visit.gone];
      visit.gone += 1;
      if (next === undefined) {
        way.pop();
        leave(visit);
        const before = way.at(-1);
        if (before) lower(before.node, low.get(visit.node) ?? 0);
      } else if (!numbers.has(next)) way.push(enter(next));
      else if (open.has(next)) lower(visit.node, numbers.get(next) ?? 0);
    }
  }
  const placeOf = (node: Node | undefined) => (node === undefined ? -1 : (order.get(node) ?? -1));
  const sorted = found.map((group) => [...group].sort((left, right) => placeOf(left) - placeOf(right)));
  return sorted.sort(([left], [right]) => placeOf(left) - placeOf(right));
}
