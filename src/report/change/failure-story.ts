import type { AnalysedJourney, SinglePoint } from '../../analyses/faults/result.js';
import type { Finding } from '../../audit/finding.js';
import { kinds } from '../../vocabulary/kinds.js';
import { journeyLabel, lostWords, type NamingGround } from '../failure/journey-label.js';
import { capitalised, firstOf } from '../words.js';
import type { ChangeGround } from './ground.js';
import type { Statement, Story } from './story.js';

const tag = 'single point';
const mostNamed = 6;

/** Journeys that broke or work again, and what newly breaks some by failing alone. */
export function failureStory({ change, base, head }: ChangeGround): Partial<Story> {
  const { findings } = change;
  const { journeys, singlePoints } = change.analyses;
  return {
    worse: [
      ...journeys.broken.map((journey) => brokenStatement(journey, head)),
      ...untoldOf(singlePoints.fresh, findings.fresh).map((point) => singlePointStatement(point, head)),
      ...singlePoints.wider.map(({ point, journeys: more }) => ({
        tag,
        text: `${named(point, head)} was one, and breaks more: without it ${lostWords(more, head)}, too.`,
      })),
    ],
    better: [
      ...journeys.mended.map((journey) =>
        journeyStatement(`${journeyLabel(journey, head)}: this works now, and did not before.`),
      ),
      ...untoldOf(singlePoints.gone, findings.fixed).map((point) => ({
        tag,
        text: `${named(point, base)} is none any more.`,
      })),
    ],
    changed: unaskedStatements(singlePoints.unasked, base),
  };
}

export function brokenStatement(journey: AnalysedJourney, naming: NamingGround): Statement {
  return journeyStatement(`${journeyLabel(journey, naming)}: this no longer works, with nothing failed.`);
}

export function singlePointStatement(point: SinglePoint, naming: NamingGround): Statement {
  const lost = lostWords(point.journeys, naming);
  return { tag, text: `${named(point, naming)} is one now: without it ${lost}.${listedWords(point)}` };
}

/** Without those of which a finding tells already. */
function untoldOf(points: readonly SinglePoint[], findings: readonly Finding[]): readonly SinglePoint[] {
  const told = findings.filter(({ rule }) => rule.startsWith('availability/spof-'));
  const ids = new Set(
    told.flatMap(({ element, subjects = [] }) => [...(element === undefined ? [] : [element]), ...subjects]),
  );
  return points.filter(({ root }) => !ids.has(root.id));
}

function unaskedStatements(points: readonly SinglePoint[], { label }: NamingGround): readonly Statement[] {
  if (points.length === 0) return [];
  const who = firstOf(
    points.map(({ root }) => label(root)),
    mostNamed,
  );
  const [is, it] = points.length === 1 ? ['is', 'it'] : ['are', 'they'];
  const text = `${who} ${is} none any more, as what ${it} broke is not asked for now, or does not work at all.`;
  return [{ tag, text }];
}

function journeyStatement(text: string): Statement {
  return { tag: 'journey', text: capitalised(text) };
}

/** `The database 'mysql'`. */
function named({ root }: SinglePoint, { label }: NamingGround): string {
  return `The ${kinds[root.kind].noun} ${label(root)}`;
}

function listedWords({ onlyListed }: SinglePoint): string {
  return onlyListed ? ' Nothing in the model asks to survive its loss.' : '';
}
