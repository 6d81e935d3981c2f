import type { ModelDiff } from '../../../diff/model-diff.js';
import type { FlowId } from '../../../graph/architecture.js';
import { strokesOfFlow } from '../draw-flows.js';
import type { Stage } from '../stage.js';
import type { Line } from '../stroke.js';
import { lookOf } from './join-strokes.js';

/** How a connection that both models have is drawn otherwise than before, by its id in the head. */
export type Redrawn = ReadonlyMap<FlowId, { readonly before: Line; readonly after: Line }>;

/** Connections whose own facts may be the same, and whose target listens otherwise now. */
export function redrawnFlows(base: Stage, head: Stage, { flowsToHead }: ModelDiff): Redrawn {
  const redrawn = new Map<FlowId, { readonly before: Line; readonly after: Line }>();
  for (const flow of base.model.flows) {
    const now = head.model.flowById.get(flowsToHead.get(flow.id) ?? '');
    if (!now) continue;
    const [before, after] = [lineOf(base, flow), lineOf(head, now)];
    if (before && after && lookOf(before) !== lookOf(after)) redrawn.set(now.id, { before, after });
  }
  return redrawn;
}

function lineOf(stage: Stage, flow: Parameters<typeof strokesOfFlow>[1]): Line | undefined {
  return strokesOfFlow(stage, flow).find(({ line }) => !line.sideBySide)?.line;
}
