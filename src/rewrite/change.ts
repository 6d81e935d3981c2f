/** A stretch of a text that gives way to another: nothing taken away where start is end. Offsets count UTF-16 units. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Part of the new text is old text that moved here: its start, its end, and where in `text` it begins. */
  readonly moved?: { readonly start: number; readonly end: number; readonly within: number };
  /** A statement with its line: another may be added at the same place, behind it. */
  readonly isStatement?: true;
  /** Only part of the new text is a statement that was added: from where to where in `text`. */
  readonly statement?: { readonly from: number; readonly to: number };
}

/** In the order in which they are applied: of several at one place, those that only add come first. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  return changes
    .map((change, index) => ({ change, index }))
    .sort((a, b) => a.change.start - b.change.start || a.change.end - b.change.end || a.index - b.index)
    .map(({ change }) => change);
}

export function applyChanges(text: string, changes: readonly Change[]): string {
  let result = '';
  let copied = 0;
  for (const { start, end, text: added } of inOrder(changes)) {
    result += text.slice(copied, start) + added;
    copied = end;
  }
  return result + text.slice(copied);
}

/** Where a character of the old text stands in the new one. */
export function movedOffset(offset: number, changes: readonly Change[]): number {
  const carrier = changes.find(({ moved }) => moved && moved.start <= offset && offset < moved.end);
  let shift = 0;
  for (const change of inOrder(changes)) {
    if (change === carrier && carrier.moved) {
      return carrier.start + shift + carrier.moved.within + offset - carrier.moved.start;
    }
    if (change.start > offset && !carrier) break;
    shift += change.text.length - (change.end - change.start);
  }
  return offset + shift;
}

/** Where in the new text the statements stand that were added. */
export function addedStatements(
  changes: readonly Change[],
): readonly { readonly start: number; readonly end: number }[] {
  const added: { start: number; end: number }[] = [];
  let shift = 0;
  for (const { start, end, text, isStatement, statement } of inOrder(changes)) {
    const within = isStatement ? { from: 0, to: text.length } : statement;
    if (within) added.push({ start: start + shift + within.from, end: start + shift + within.to });
    shift += text.length - (end - start);
  }
  return added;
}

/** Whether the changes of two edits get into each other's way, so that the second has to wait for the first. */
export function collide(one: readonly Change[], other: readonly Change[]): boolean {
  return one.some((a) => other.some((b) => touch(a, b)));
}

function touch(a: Change, b: Change): boolean {
  if (a.isStatement && b.isStatement && a.start === b.start && a.text !== b.text) return false;
  return a.start <= b.end && b.start <= a.end;
}

export function sameChanges(one: readonly Change[], other: readonly Change[]): boolean {
  const same = (a: Change, b: Change | undefined): boolean =>
    a.start === b?.start && a.end === b.end && a.text === b.text;
  return one.length === other.length && one.every((change, index) => same(change, other[index]));
}
