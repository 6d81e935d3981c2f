import { type Label, listed } from '../../../analyses/faults/labels.js';
import type { Simulation } from '../../../analyses/faults/result.js';
import type { Architecture, Element } from '../../../graph/architecture.js';
import type { Day } from '../../../vocabulary/units.js';
import { arrange, footerOf, partsOf, setStage, titleOf } from '../compose-scene.js';
import { count, describeParts } from '../describe.js';
import { digestOf } from '../digest-of.js';
import type { Note, Scene } from '../scene.js';
import { deployment } from '../views/deployment.js';
import { type Aftermath, aftermathOf } from './aftermath.js';
import { listNotes } from './list-notes.js';
import { namesIn, premiseOf, questionOf, quoted } from './name-causes.js';
import { verdictOn } from './tell-journeys.js';

export interface FailureSceneOptions {
  /** The day that the simulation was made for, if any. */
  readonly on?: Day;
}

/** Findings are the matter of the other views: beside what died their badges would be noise. */
const noFindings = { findings: [], accepted: [] };

/**
 * The deployment view with the state of everything when elements fail: what failed, what died of it, what goes on worse off,
 * what is untouched, and which connections are cut. What no card or frame stands for shows in what it takes down, and the
 * line below the title names it.
 */
export function failureScene(model: Architecture, simulation: Simulation, { on }: FailureSceneOptions = {}): Scene {
  const aftermath = aftermathOf(simulation, on);
  const parts = partsOf(arrange(setStage(model, deployment, aftermath), noFindings));
  const name = namesIn(model);
  const notes = listNotes(model, simulation, aftermath, name);
  const subtitle = subtitleOf({ model, simulation, aftermath, on, name: quoted(name) });
  return {
    ...parts,
    view: 'failure',
    title: titleOf(model, questionOf(simulation.failed, on, name)),
    direction: 'TB',
    subtitle,
    footer: footerOf(model, digestOf(model)),
    marks: [],
    notes,
    description: [subtitle, describeParts(parts), describeNotes(notes)].filter((part) => part !== '').join('\n'),
    digest: digestOf(model, [aftermath.causes.map(({ id }) => id), on]),
  };
}

interface Subject {
  readonly model: Architecture;
  readonly simulation: Simulation;
  readonly aftermath: Aftermath;
  readonly on: Day | undefined;
  readonly name: Label;
}

/** `With 'server-1' failed: 'visitor' can no longer write to 'mysql'; 5 of 14 elements are down, 2 limp.` */
function subtitleOf({ model, simulation, aftermath, on, name }: Subject): string {
  const clauses = [
    verdictOn(model, simulation.journeys, aftermath, name),
    losses(simulation.dataLoss, name, (names) => `what ${names} held is lost`),
    losses(simulation.lostWrites, name, (names) => `the last writes to ${names} may be lost`),
    casualties(model, aftermath),
  ];
  const told = clauses.filter((clause) => clause !== '').join('; ');
  return `${premiseOf(aftermath, simulation.failed, on, name)}: ${told}.`;
}

function losses(lost: readonly Element[], name: Label, say: (names: string) => string): string {
  return lost.length === 0 ? '' : say(listed(lost.map(name)));
}

function casualties({ elements }: Architecture, { isDown, stateOf }: Aftermath): string {
  const down = elements.filter(({ id }) => isDown(id)).length;
  const limping = elements.filter(({ id }) => stateOf(id) === 'degraded').length;
  const limp = limping === 0 ? '' : `, ${limping} ${limping === 1 ? 'limps' : 'limp'}`;
  return `${down} of ${count(elements.length, 'element')} ${down === 1 ? 'is' : 'are'} down${limp}`;
}

function describeNotes(notes: readonly Note[]): string {
  const told = notes.map(({ pill, text }) => (pill === undefined ? text : `${pill}: ${text}`));
  return told.length === 0 ? '' : `What becomes of it: ${told.join(' ')}`;
}
