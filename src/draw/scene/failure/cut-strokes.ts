import type { Architecture, FlowId } from '../../../graph/architecture.js';
import type { Line, Stroke } from '../stroke.js';
import type { Aftermath } from './aftermath.js';

/** Marks the strokes of flows that cannot be taken. A name can be looked up whatever stands behind it. */
export function cutWithFlows(
  model: Architecture,
  strokes: readonly Stroke[],
  aftermath: Aftermath | undefined,
): readonly Stroke[] {
  if (!aftermath) return strokes;
  const isCut = (id: FlowId) => {
    const through = model.flowById.get(id)?.facts.through ?? [];
    return aftermath.isCut(id) || through.some((stop) => aftermath.isDown(stop));
  };
  return strokes.map((stroke) => (!stroke.line.sideBySide && stroke.flows.some(isCut) ? cut(stroke) : stroke));
}

/** Marks the strokes that begin or end at something that is down, once it is known where they end. */
export function cutAtEnds(strokes: readonly Stroke[], aftermath: Aftermath | undefined): readonly Stroke[] {
  if (!aftermath) return strokes;
  return strokes.map((stroke) => (aftermath.isDown(stroke.from) || aftermath.isDown(stroke.to) ? cut(stroke) : stroke));
}

function cut(stroke: Stroke): Stroke {
  const line: Line = { ...stroke.line, cut: true };
  return { ...stroke, line };
}
