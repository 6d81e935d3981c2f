import type { FindingsDiff } from '../../../diff/diff-findings.js';
import type { ModelDiff } from '../../../diff/model-diff.js';
import type { Architecture, FlowId } from '../../../graph/architecture.js';
import { cleanText } from '../../text/clean-text.js';
import { arrangeAround, connectionsIn, footerOf, partsOf, setStage, titleOf } from '../compose-scene.js';
import { count, describeMark, describeParts } from '../describe.js';
import { digestOf } from '../digest-of.js';
import type { Picture } from '../make-parts.js';
import type { Found } from '../number-findings.js';
import { planClusters } from '../plan-clusters.js';
import type { Note, Scene } from '../scene.js';
import type { View } from '../view.js';
import { deployment } from '../views/deployment.js';
import { redrawnFlows } from './changed-flows.js';
import { type Changes, changesOf } from './changes.js';
import { joinModels } from './join-models.js';
import { joinConnections } from './join-strokes.js';
import { listChanges } from './list-changes.js';
import { sumUp } from './sum-up.js';

export interface ChangeSceneOptions {
  /** What the base is called, such as `main`; stands in the title. */
  readonly since?: string;
  /** What the change only tells, asks or claims less, in words: it looks better, and is not. Left out: nobody looked. */
  readonly weakened?: readonly string[];
}

const noFindings: Found = { findings: [], accepted: [] };

/**
 * The deployment view of what was and what is together: what is new, gone, changed, moved or renamed, and all else muted. What is
 * gone stands where it stood. Findings that are new have their badges, those that are fixed stand in the list.
 */
export function changeScene(
  base: Architecture,
  head: Architecture,
  diff: ModelDiff,
  findings?: FindingsDiff,
  { since, weakened }: ChangeSceneOptions = {},
): Scene {
  const both = joinModels(base, head, diff);
  const changes = changesOf(base, head, diff, both);
  const [before, after] = [setStage(base, deployment), setStage(head, deployment)];
  const redrawn = redrawnFlows(before, after, diff);
  const said = new Set(diff.flows.changed.map(({ after: { id } }) => id));
  const isChanged = (id: FlowId) => said.has(id) || redrawn.has(id);
  const joint = joinConnections(both, connectionsIn(before), connectionsIn(after), diff, isChanged);
  const compose = (view: View) => {
    const stage = { ...after, model: both, view, clusters: planClusters(both, view.frames), changes };
    return arrangeAround(stage, found(findings), joint);
  };
  const { picture, leftOut } = bounded(compose, changes);
  const parts = partsOf(picture);
  const marks = picture.marks.all;
  const notes = [...listChanges({ picture, changes, diff, redrawn, findings, weakened }), ...leftOut];
  const subtitle = sumUp(diff, changes, findings, weakened?.length);
  return {
    ...parts,
    view: 'change',
    title: titleOf(head, since === undefined ? 'what changes' : `changes since ${cleanText(since)}`),
    direction: deployment.direction,
    subtitle,
    footer: footerOf(head, digestOf(head)),
    marks,
    notes,
    description: [
      subtitle,
      describeParts(parts),
      marks.length === 0 ? '' : `${headingOf(findings)}: ${marks.map(describeMark).join(' ')}`,
      describeNotes(notes),
    ]
      .filter((part) => part !== '')
      .join('\n'),
    digest: digestOf(head, [digestOf(base), marks, since, ...(weakened ?? [])]),
  };
}

function found(findings: FindingsDiff | undefined): Found {
  if (!findings) return noFindings;
  const { head, fresh, reopened, accepted, worse, combined } = findings;
  return {
    findings: head.findings,
    accepted: head.accepted,
    drawn: new Set([...fresh, ...reopened, ...accepted, ...worse.map(({ after }) => after), ...combined]),
  };
}

function headingOf(findings: FindingsDiff | undefined): string {
  return findings && findings.worse.length + findings.reopened.length + findings.combined.length > 0
    ? 'New and worse findings'
    : 'New findings';
}

/** More cards than these, folded as far as they can be, and only what is near a change is drawn. */
const mostBoxes = 60;

function bounded(
  compose: (view: View) => Picture,
  changes: Changes,
): { readonly picture: Picture; readonly leftOut: readonly Note[] } {
  const whole = compose(deployment);
  if (whole.cast.boxes.length <= mostBoxes) return { picture: whole, leftOut: [] };
  const near = compose({ ...deployment, shows: ({ id }) => changes.isNear(id) });
  const left = whole.cast.boxes.filter(({ element: { id } }) => !changes.isNear(id));
  const number = left.reduce((total, { alike }) => total + alike.length, 0);
  const text = `${count(number, 'element')} far from any change ${number === 1 ? 'is' : 'are'} left out.`;
  return { picture: near, leftOut: number === 0 ? [] : [{ text }] };
}

function describeNotes(notes: readonly Note[]): string {
  const told = notes.map(({ pill, text }) => (pill === undefined ? text : `${pill}: ${text}`));
  return told.length === 0 ? '' : `What changes: ${told.join(' ')}`;
}
