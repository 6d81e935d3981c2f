import { diffModels } from '../../../src/diff/diff-models.js';
import { changeScene } from '../../../src/draw/scene/change/change-scene.js';
import type { Scene } from '../../../src/draw/scene/scene.js';
import type { Architecture, ArchitectureDocument, Element, ElementId, Flow } from '../../../src/graph/architecture.js';
import { createGraph } from '../../../src/graph/create-graph.js';

interface Edit {
  readonly without?: readonly ElementId[];
  readonly elements?: readonly Element[];
  readonly flows?: readonly Flow[];
  /** Parts of elements and flows, by id. */
  readonly parts?: Readonly<Record<string, object>>;
  readonly facts?: Architecture['facts'];
}

/** A model after a change. What goes takes with it what it holds and what leads to it. */
export function edited(model: Architecture, { without = [], elements = [], flows = [], parts = {}, facts }: Edit) {
  const document = JSON.parse(JSON.stringify(model)) as ArchitectureDocument;
  const gone = new Set(
    model.elements.flatMap((one) =>
      [one, ...model.ancestors(one)].some(({ id }) => without.includes(id)) ? [one.id] : [],
    ),
  );
  const keptFlows = document.flows.filter(
    ({ id, from, to }) => !gone.has(from) && !gone.has(to) && !without.includes(id),
  );
  const members = (ids: readonly string[]) => ids.filter((id) => !gone.has(id));
  return createGraph({
    ...document,
    ...(facts && { facts }),
    elements: [...document.elements.filter(({ id }) => !gone.has(id)), ...elements].map((one) => ({
      ...one,
      ...parts[one.id],
    })),
    flows: [...keptFlows, ...flows].map((one) => ({ ...one, ...parts[one.id] })),
    pools: document.pools
      .map((pool) => ({ ...pool, flows: pool.flows.filter((id) => keptFlows.some((flow) => flow.id === id)) }))
      .filter((pool) => pool.flows.length > 0),
    clusters: document.clusters
      .filter(({ id }) => !gone.has(id))
      .map((cluster) => ({ ...cluster, members: members(cluster.members) })),
    journeys: [],
  });
}

export function changing(base: Architecture, head: Architecture, since?: string): Scene {
  const options = since === undefined ? {} : { since };
  return changeScene(base, head, diffModels(base, head), undefined, options);
}
