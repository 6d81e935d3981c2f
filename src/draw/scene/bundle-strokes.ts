import type { ElementId, FlowId } from '../../graph/architecture.js';
import type { Line, Stroke } from './stroke.js';

/** Strokes drawn as one tree: every source with every target. */
export interface StrokeBundle {
  readonly sources: readonly ElementId[];
  readonly targets: readonly ElementId[];
  readonly flows: readonly FlowId[];
  /** Connected pairs in it, those of folded elements included. */
  readonly pairs: number;
  readonly line: Line;
  readonly phrases: readonly string[];
}

/**
 * Bundles strokes that look alike and say the same: targets with the same set of sources share one tree with one label.
 * `boxOf` leads an element to the one whose card stands for it, or to nothing.
 */
export function bundleStrokes(
  strokes: readonly Stroke[],
  boxOf: (id: ElementId) => ElementId | undefined,
): readonly StrokeBundle[] {
  const between = strokes.flatMap((stroke) => {
    const [from, to] = [boxOf(stroke.from), boxOf(stroke.to)];
    const pair = JSON.stringify([stroke.from, stroke.to]);
    return from === undefined || to === undefined || from === to ? [] : [{ ...stroke, from, to, pair }];
  });
  return [...grouped(readsWithWrites(between), lookKey).values()].flatMap(trees);
}

/** A stroke between cards; `pair` names the two elements it connects. */
interface CardStroke extends Stroke {
  readonly pair: string;
}

function lookKey({ line }: Stroke): string {
  const { style, head, lock, sort, sideBySide, purpose, thin, label, cut, change, spoken } = line;
  return JSON.stringify([style, head, lock, sort, sideBySide, purpose, thin, label, cut, change, spoken]);
}

/** Who reads and writes the same store over the same sort of line draws one line. */
function readsWithWrites(strokes: readonly CardStroke[]): readonly CardStroke[] {
  const writes = new Set(strokes.filter(({ line }) => line.phrase === 'writes to').map(pairKey));
  const reads = new Set(strokes.filter(({ line }) => line.phrase === 'reads from').map(pairKey));
  return strokes.map((stroke) => {
    const both = writes.has(pairKey(stroke)) && reads.has(pairKey(stroke));
    return both && isAccess(stroke) ? { ...stroke, line: bothWays(stroke.line) } : stroke;
  });
}

function pairKey({ from, to, line }: Stroke): string {
  return JSON.stringify([from, to, line.style, line.lock, line.thin, line.short, line.cut, line.change]);
}

function isAccess({ line }: Stroke): boolean {
  return line.phrase === 'writes to' || line.phrase === 'reads from';
}

function bothWays(line: Line): Line {
  const label = line.label.replace(/^(?:reads|writes)(?= ·|$)/, 'reads, writes');
  return { ...line, head: 'full', label, phrase: 'reads from and writes to' };
}

/** Within strokes that look alike, targets with the same sources form one tree. */
function trees(strokes: readonly CardStroke[]): readonly StrokeBundle[] {
  const byTarget = [...grouped(strokes, ({ to }) => to)];
  const bySources = grouped(byTarget, ([, incoming]) => JSON.stringify(sourcesOf(incoming).sort()));
  return [...bySources.values()].map((members) => {
    const together = members.flatMap(([, incoming]) => incoming);
    return {
      sources: sourcesOf(together),
      targets: members.map(([target]) => target),
      flows: [...new Set(together.flatMap(({ flows }) => flows))],
      pairs: new Set(together.map(({ pair }) => pair)).size,
      line: together[0]!.line,
      phrases: [...new Set(together.map(({ line }) => line.phrase))],
    };
  });
}

function sourcesOf(strokes: readonly Stroke[]): ElementId[] {
  return [...new Set(strokes.map(({ from }) => from))];
}

export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
