/**
 * The name most like what was typed, or undefined where none is like it: at most one slip in three letters, a swap of two
 * neighbours counting as one. The first of equally near ones.
 */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(Math.min(wanted.length, 60) / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const slips = slipsBetween(wanted, name.toLowerCase());
    if (slips < least) [nearest, least] = [name, slips];
  }
  return nearest;
}

/** The Damerau-Levenshtein distance (optimal string alignment), one row at a time. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = at(above, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(before, column - 2) + 1 : replaced;
      current.push(Math.min(replaced, swapped, at(above, column) + 1, at(current, column - 1) + 1));
    }
    before = above;
    above = current;
  }
  return at(above, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
