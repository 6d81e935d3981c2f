import type { SinglePoint } from '../../analyses/faults/result.js';
import { kinds } from '../../vocabulary/kinds.js';
import { journeyLabel, lostWords, type NamingGround } from '../failure/journey-label.js';
import { capitalised } from '../words.js';
import type { ChangeGround } from './ground.js';
import type { Statement, Story } from './story.js';

const tag = 'single point';

/** Journeys that broke or work again, and what newly breaks some by failing alone. */
export function failureStory({ change, base, head }: ChangeGround): Partial<Story> {
  const { journeys, singlePoints } = change.analyses;
  const lost = (point: SinglePoint, ground: NamingGround) => lostWords(point.journeys, ground);
  return {
    worse: [
      ...journeys.broken.map((journey) =>
        journeyStatement(`${journeyLabel(journey, head)}: this no longer works, with nothing failed.`),
      ),
      ...singlePoints.fresh.map((point) => ({
        tag,
        text: `${named(point, head)} is one now: without it ${lost(point, head)}.${listedWords(point)}`,
      })),
      ...singlePoints.wider.map(({ point, journeys: more }) => ({
        tag,
        text: `${named(point, head)} was one, and breaks more: without it ${lostWords(more, head)}, too.`,
      })),
    ],
    better: [
      ...journeys.mended.map((journey) =>
        journeyStatement(`${journeyLabel(journey, head)}: this works now, and did not before.`),
      ),
      ...singlePoints.gone.map((point) => ({ tag, text: `${named(point, base)} is none any more.` })),
    ],
    changed: singlePoints.unasked.map((point) => ({
      tag,
      text: `${named(point, base)} is none any more, as what it broke is not asked for now, or does not work at all.`,
    })),
  };
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
