import { analyseTransport } from '../../analyses/transport/analyse-transport.js';
import type { Audit } from '../../audit/finding.js';
import type { Architecture } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import { cleanText } from '../text/clean-text.js';
import { bundleStrokes } from './bundle-strokes.js';
import { castOf } from './cast.js';
import { count, describeScene } from './describe.js';
import { digestOf } from './digest-of.js';
import { strokesOfFlow } from './draw-flows.js';
import { evenOutTiers } from './even-out.js';
import { failoverStrokes } from './failover-strokes.js';
import { makeBoxes, makeBundles, makeGroups, type Picture } from './make-parts.js';
import { guardsInLine, passGuards } from './pass-guards.js';
import { placeMarks } from './place-marks.js';
import { planClusters } from './plan-clusters.js';
import type { Scene, ViewName } from './scene.js';
import { shieldedBy } from './shields.js';
import { spreadOverClusters } from './spread-clusters.js';
import type { Stage } from './stage.js';
import { markWatched } from './watch-marks.js';

/** What a view of a model shows: who is in it, what connects them, what was found. */
export function composeScene(model: Architecture, audit: Audit, view: ViewName): Scene {
  const picture = arrange(model, audit, view);
  const digest = digestOf(model);
  const parts = {
    title: titleOf(model, view),
    boxes: makeBoxes(picture),
    groups: makeGroups(picture),
    bundles: makeBundles(picture),
    marks: picture.marks.all,
  };
  const size = `${count(model.elements.length, 'element')} · ${count(model.flows.length, 'connection')}`;
  return {
    ...parts,
    view,
    direction: 'TB',
    subtitle: cleanText(model.facts.summary ?? '') || size,
    footer: `Stanchion · ${size} · model ${digest.slice(0, 7)}`,
    description: describeScene(parts),
    digest,
  };
}

/** An environment other than production is part of the name. */
function titleOf({ name, facts }: Architecture, view: ViewName): string {
  const { environment = 'production' } = facts;
  const shown = cleanText(name) || '(no name)';
  return `${shown}${environment === 'production' ? '' : `, ${environment}`} — ${view}`;
}

function arrange(model: Architecture, audit: Audit, view: ViewName): Picture {
  const clusters = planClusters(model, view);
  const stage: Stage = { model, transport: analyseTransport(model), view, clusters };
  const flows = model.flows.filter(({ verb }) => view === 'deployment' || verbs[verb].sort !== 'operations');
  const failover = view === 'deployment' ? failoverStrokes(stage) : [];
  const strokes = [...flows.flatMap((flow) => strokesOfFlow(stage, flow)), ...failover];
  const guards = guardsInLine(model, strokes, view);
  const guarded = evenOutTiers(model, spreadOverClusters(stage, passGuards(model, strokes, guards)));
  const cast = castOf(stage, guarded, guards);
  const watching = markWatched(model, guarded, (id) => cast.boxOf(id) !== undefined);
  const bundles = bundleStrokes(watching.strokes, cast.boxOf);
  const marks = placeMarks(stage, audit, cast, bundles);
  return { stage, cast, bundles, marks, watching, shielded: shieldedBy(stage, cast, guards) };
}
