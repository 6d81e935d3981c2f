import type { Hop, Transport } from '../../analyses/transport/result.js';
import type { Architecture, Element, ElementId, Flow } from '../../graph/architecture.js';
import type { Changes } from './change/changes.js';
import type { Aftermath } from './failure/aftermath.js';
import type { ClusterPlan } from './plan-clusters.js';
import type { PartState } from './scene.js';
import type { View } from './view.js';

/** What every step of making a scene looks at. */
export interface Stage {
  readonly model: Architecture;
  readonly transport: Transport;
  readonly view: View;
  readonly clusters: ReadonlyMap<ElementId, ClusterPlan>;
  /** Set in a picture of a failure. */
  readonly aftermath?: Aftermath;
  /** Set in a picture of a change; `model` is then what was and what is together. */
  readonly changes?: Changes;
}

/** What became of an element in a picture of a failure or a change. */
export function stateOn({ aftermath, changes }: Stage, id: ElementId): PartState | undefined {
  return aftermath?.stateOf(id) ?? changes?.stateOf(id);
}

/** The way a flow is encrypted. */
export function hopOf(stage: Stage, flow: Flow): Hop {
  return stage.transport.hop(flow);
}

/** Elements of these ids that the model has, in the order given. */
export function elementsOf(model: Architecture, ids: readonly ElementId[]): readonly Element[] {
  return ids.map((id) => model.byId.get(id)).filter((element): element is Element => element !== undefined);
}
