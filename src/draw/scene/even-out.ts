import type { Architecture, ElementId } from '../../graph/architecture.js';
import { baseName } from './fold-alike.js';
import type { Stroke } from './stroke.js';

/**
 * One tier talks to another in one way. Where some of its flows happen to stay within a server and others do not, all are
 * drawn as the ones that leave it: the same call, and one tree instead of many.
 */
export function evenOutTiers(model: Architecture, strokes: readonly Stroke[]): readonly Stroke[] {
  const key = ({ from, to, line }: Stroke) =>
    JSON.stringify([tierOf(model, from), tierOf(model, to), line.label, line.phrase, line.thin]);
  const leaving = new Map<string, Stroke>();
  for (const stroke of strokes) {
    if (stroke.line.sort === 'traffic' && stroke.line.style !== 'local') leaving.set(key(stroke), stroke);
  }
  return strokes.map((stroke) => {
    const other = stroke.line.style === 'local' ? leaving.get(key(stroke)) : undefined;
    return other ? { ...stroke, line: { ...other.line, cut: stroke.line.cut } } : stroke;
  });
}

/** Where no tier is told, those of one kind whose names differ in a closing number only are taken for one. */
function tierOf(model: Architecture, id: ElementId): string {
  const element = model.byId.get(id);
  return element?.tier ?? `${element?.kind} ${baseName(element?.name ?? id)}`;
}
