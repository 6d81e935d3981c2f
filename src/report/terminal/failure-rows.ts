import type { AnalysedJourney } from '../../analyses/faults/result.js';
import { isComplete } from '../../audit/questions/is-complete.js';
import type { ElementExplanation } from '../explanation/element-explanation.js';
import { firstAid } from '../failure/first-aid.js';
import { few, journeyLabel } from '../failure/journey-label.js';
import { noticeSentences } from '../failure/notice-words.js';
import { remediesForFailed } from '../failure/remedies.js';
import { verdictOf } from '../failure/verdict.js';
import { whoNotices } from '../failure/who-notices.js';

const mostNamed = 8;
const mostSteps = 4;

/** What happens when an element fails, in short. */
export function failureRows({
  explained,
  failure,
  canFail,
}: ElementExplanation): readonly (readonly [string, string])[] {
  const { ground } = explained;
  const { label } = ground;
  const { failed, stopped, worseOff, broken, madeUpFor, degraded, working, simulation } = failure;
  const elements = stopped.map(({ element }) => element);
  const journeys = (list: readonly AnalysedJourney[]) =>
    few(
      list.map((journey) => journeyLabel(journey, ground)),
      mostNamed,
    );
  const remedies = broken.length === 0 ? [] : remediesForFailed(failed, ground).map(({ text }) => text);
  const rows: readonly (readonly [string, string])[] = [
    [
      'In short',
      `${canFail ? '' : 'It is no thing that fails by itself; this is what would happen. '}${verdictOf(failure)}`,
    ],
    ['Breaks', journeys(broken)],
    ['Made up for', journeys(madeUpFor)],
    ['Degrades', journeys(degraded)],
    ['Goes on', journeys(working)],
    ['Stops', few(elements.map(label), mostNamed)],
    [
      'Worse off',
      few(
        worseOff.map(({ element }) => label(element)),
        mostNamed,
      ),
    ],
    [isComplete(ground.model, 'backups') ? 'Data lost' : 'Only copy', few(simulation.dataLoss.map(label), mostNamed)],
    ['Noticed', noticeSentences(whoNotices(failure), ground).join(' ')],
    ['Do now', firstAid(failure).slice(0, mostSteps).join(' ')],
    ['Do later', remedies.slice(0, mostSteps).join(' ')],
  ];
  return rows.filter(([, text]) => text !== '');
}
