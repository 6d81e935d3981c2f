import { compareLines, type LineChange } from './compare-lines.js';

export interface ChangedFile {
  /** Relative to the working folder, with `/`. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Lines that stand unchanged around a change, so that a reader knows where he is. */
const context = 3;

/** A patch as `git apply` and `patch -p1` take it: its lines, with the carriage returns of the files. */
export function unifiedPatch({ file, before, after }: ChangedFile): readonly string[] {
  const changes = compareLines(linesOf(before), linesOf(after));
  const hunks = hunksOf(changes);
  if (hunks.length === 0) return [];
  return [`--- a/${file}`, `+++ b/${file}`, ...hunks.flatMap(hunkLines)];
}

/** With their ends, so that a last line without one differs from one with it. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly LineChange[];
}

function hunksOf(changes: readonly LineChange[]): readonly Hunk[] {
  const spans: { from: number; to: number }[] = [];
  for (const [index, { sort }] of changes.entries()) {
    if (sort === ' ') continue;
    const from = Math.max(0, index - context);
    const last = spans.at(-1);
    if (last && from <= last.to) last.to = index + context + 1;
    else spans.push({ from, to: index + context + 1 });
  }
  return spans.map(({ from, to }) => {
    const above = changes.slice(0, from);
    return { oldStart: count(above, '+') + 1, newStart: count(above, '-') + 1, lines: changes.slice(from, to) };
  });
}

/** How many lines are on one side: all but those that only the other has. */
function count(lines: readonly LineChange[], other: '+' | '-'): number {
  return lines.filter(({ sort }) => sort !== other).length;
}

function hunkLines({ oldStart, newStart, lines }: Hunk): readonly string[] {
  const [old, fresh] = [count(lines, '+'), count(lines, '-')];
  const side = (start: number, size: number): string => `${size === 0 ? start - 1 : start},${size}`;
  return [
    `@@ -${side(oldStart, old)} +${side(newStart, fresh)} @@`,
    ...lines.flatMap(({ sort, line }) =>
      line.endsWith('\n') ? [`${sort}${line.slice(0, -1)}`] : [`${sort}${line}`, '\\ No newline at end of file'],
    ),
  ];
}
