import type { Label } from '../../../analyses/faults/labels.js';
import type { AnalysedJourney, Consequence, Simulation } from '../../../analyses/faults/result.js';
import type { Architecture } from '../../../graph/architecture.js';
import { cleanText } from '../../text/clean-text.js';
import { bounded } from '../bounded.js';
import { grouped } from '../bundle-strokes.js';
import { lookOf } from '../kind-looks.js';
import type { Note, PillName } from '../scene.js';
import { joined } from '../spoken.js';
import type { Aftermath } from './aftermath.js';
import { quoted, shortened } from './name-causes.js';
import { pillOf } from './pill-of.js';
import { clauseOn } from './tell-journeys.js';

/** A picture is no report: it lists the first of each, and how many more there are. */
const most = { journeys: 6, elements: 16 } as const;

/** What becomes of each journey, the worst first, and why elements died or limp; those with one reason together. The causes stand in the title. */
export function listNotes(
  model: Architecture,
  simulation: Simulation,
  aftermath: Aftermath,
  name: Label,
): readonly Note[] {
  return [
    ...bounded(journeyNotes(model, simulation, aftermath, quoted(name)), most.journeys, 'journey'),
    ...bounded(elementNotes(simulation, aftermath, name), most.elements, 'reason'),
  ];
}

const journeyPills = [
  ['broken', 'can no longer'],
  ['degraded', 'can still'],
  ['works', 'can still'],
] as const;

/** Declared journeys have a name each; of those that were derived, a user's with one fate are told together. */
function journeyNotes(
  model: Architecture,
  { journeys }: Simulation,
  { expired }: Aftermath,
  name: Label,
): readonly Note[] {
  const before = expired.length > 0 ? '' : ', even with nothing failed';
  return journeyPills.flatMap(([pill, can]) => {
    const alike = journeys.filter(({ state }) => state === pill).map(({ journey }) => journey);
    const told = grouped(alike, ({ id, from, state, declared }) => JSON.stringify([from, state, declared ? id : '']));
    return [...told.values()].map((together) => {
      const already = together[0]!.state === 'broken';
      const rest = already ? before : pill === 'degraded' ? ', worse off' : '';
      const clause = clauseOn(model, together, already ? 'cannot' : can, name);
      return { pill, text: `${titleOf(together[0]!)}${clause}${rest}.` };
    });
  });
}

function titleOf({ declared, name }: AnalysedJourney): string {
  return declared ? `${shortened(cleanText(name))}: ` : '';
}

function elementNotes({ elements }: Simulation, aftermath: Aftermath, name: Label): readonly Note[] {
  const touched = elements.map((consequence) => ({ ...consequence, pill: pillFor(consequence, aftermath) }));
  return (['dead', 'cut off', 'degraded'] as const).flatMap((pill) => {
    const alike = grouped(
      touched.filter((one) => one.pill === pill),
      ({ reason }) => reason,
    );
    return [...alike].map(([reason, list]) => ({
      pill,
      text: `${joined(list.map(({ element }) => name(element)))}: ${cleanText(reason)}`,
    }));
  });
}

function pillFor({ element }: Consequence, aftermath: Aftermath): PillName | undefined {
  return pillOf(aftermath.stateOf(element.id), lookOf(element.kind).shape);
}
