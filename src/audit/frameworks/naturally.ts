/** Compares ids as people count: numbers by their size, words in the order given, else by the alphabet. */
export function naturally(order: readonly string[] = []): (left: string, right: string) => number {
  return (left, right) => {
    const [mine, others] = [partsOf(left), partsOf(right)];
    for (const [index, part] of mine.entries()) {
      const other = others[index];
      if (other === undefined) return 1;
      const difference = compare(part, other, order);
      if (difference !== 0) return difference;
    }
    return mine.length - others.length;
  };
}

function partsOf(id: string): readonly string[] {
  return id.match(/\d+|[A-Za-z]+/g) ?? [];
}

function compare(left: string, right: string, order: readonly string[]): number {
  const [first, second] = [Number(left), Number(right)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  const [place, other] = [order.indexOf(left), order.indexOf(right)];
  if (place >= 0 && other >= 0) return place - other;
  return left < right ? -1 : left > right ? 1 : 0;
}
