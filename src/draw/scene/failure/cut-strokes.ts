import type { Architecture, ElementId, FlowId } from '../../../graph/architecture.js';
import type { StrokeBundle } from '../bundle-strokes.js';
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

/**
 * Marks the strokes that begin or end at something that is down, once it is known where they end. People who are cut off are
 * still there, and ask: of their strokes only those that lead nowhere are cut.
 */
export function cutAtEnds(
  model: Architecture,
  strokes: readonly Stroke[],
  aftermath: Aftermath | undefined,
): readonly Stroke[] {
  if (!aftermath) return strokes;
  const isGone = (id: ElementId) => {
    return aftermath.isDown(id) && (model.byId.get(id)?.kind !== 'user' || aftermath.stateOf(id) === 'failed');
  };
  return strokes.map((stroke) => (isGone(stroke.from) || isGone(stroke.to) ? cut(stroke) : stroke));
}

/** What a cut line says is said once: beside a line alive that says the same it keeps silent. */
export function silenceCut(bundles: readonly StrokeBundle[]): readonly StrokeBundle[] {
  const spoken = new Set(bundles.filter(({ line }) => !line.cut).map(({ line }) => wordsOf(line)));
  return bundles.map((bundle) => {
    const { line } = bundle;
    return line.cut && spoken.has(wordsOf(line))
      ? { ...bundle, line: { ...line, label: '', short: undefined } }
      : bundle;
  });
}

function wordsOf({ label, sort, lock }: Line): string {
  return JSON.stringify([label, sort, lock]);
}

function cut(stroke: Stroke): Stroke {
  const line: Line = { ...stroke.line, cut: true };
  return { ...stroke, line };
}
