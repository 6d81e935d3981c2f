import { analysesOf } from '../../src/analyses/analyses-of.js';
import { createGraph } from '../../src/graph/create-graph.js';
import type { Explained } from '../../src/report/explained.js';
import { build } from '../support/build.js';

/** The models of a site with what is known of them. */
export function explained(site: unknown): readonly Explained[] {
  return build(site).map((document) => {
    const model = createGraph(document);
    return { model, analyses: analysesOf(model) };
  });
}
