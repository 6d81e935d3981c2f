import type { Label } from '../../../analyses/faults/labels.js';
import type { Consequence, Simulation } from '../../../analyses/faults/result.js';
import type { Architecture } from '../../../graph/architecture.js';
import { cleanText } from '../../text/clean-text.js';
import { grouped } from '../bundle-strokes.js';
import { lookOf } from '../kind-looks.js';
import type { Note, PillName } from '../scene.js';
import { joined, spokenName } from '../spoken.js';
import type { Aftermath } from './aftermath.js';
import { shortened } from './name-causes.js';
import { pillOf } from './pill-of.js';
import { clauseOn } from './tell-journeys.js';

/** A picture is no report: it lists the first of each, and how many more there are. */
const most = { journeys: 6, elements: 16 } as const;

/** What becomes of each journey, the worst first, and why elements died or limp; those with one reason together. */
export function listNotes(
  model: Architecture,
  simulation: Simulation,
  aftermath: Aftermath,
  name: Label,
): readonly Note[] {
  return [
    ...bounded(journeyNotes(model, simulation, name), most.journeys, 'journey'),
    ...bounded(elementNotes(model, simulation, aftermath), most.elements, 'reason'),
  ];
}

const journeyPills = [
  ['broken', 'can no longer'],
  ['degraded', 'can still'],
  ['works', 'can still'],
] as const;

function journeyNotes(model: Architecture, { journeys }: Simulation, name: Label): readonly Note[] {
  return journeyPills.flatMap(([pill, can]) =>
    journeys
      .filter(({ state }) => state === pill)
      .map(({ journey }) => {
        const already = journey.state === 'broken';
        const clause = clauseOn(model, [journey], already ? 'can never' : can, name);
        const called = journey.declared ? `${shortened(cleanText(journey.name))}: ` : '';
        return { pill, text: `${called}${clause}${already ? ', as it is modelled' : ''}.` };
      }),
  );
}

function elementNotes(model: Architecture, { elements }: Simulation, aftermath: Aftermath): readonly Note[] {
  const touched = elements.map((consequence) => ({ ...consequence, pill: pillFor(consequence, aftermath) }));
  return (['dead', 'cut off', 'degraded'] as const).flatMap((pill) => {
    const alike = grouped(
      touched.filter((one) => one.pill === pill),
      ({ reason }) => reason,
    );
    return [...alike].map(([reason, list]) => ({ pill, text: `${namesOf(model, list)}: ${cleanText(reason)}` }));
  });
}

/** The causes stand in the title. */
function pillFor({ element }: Consequence, aftermath: Aftermath): PillName | undefined {
  return pillOf(aftermath.stateOf(element.id), lookOf(element.kind).shape);
}

function namesOf(model: Architecture, list: readonly Consequence[]): string {
  return joined(list.map(({ element }) => shortened(spokenName(model, element))));
}

function bounded(notes: readonly Note[], room: number, noun: string): readonly Note[] {
  if (notes.length <= room) return notes;
  const left = notes.length - room + 1;
  return [...notes.slice(0, room - 1), { text: `and ${left} ${noun}s more.` }];
}
