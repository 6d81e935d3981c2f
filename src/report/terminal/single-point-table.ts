import type { Consequence, SinglePoint } from '../../analyses/faults/result.js';
import { isComplete } from '../../audit/questions/is-complete.js';
import type { Element } from '../../graph/architecture.js';
import { kinds } from '../../vocabulary/kinds.js';
import { downtimeShares } from '../availability-words.js';
import type { FailureGround } from '../failure/failure-ground.js';
import { few, lostWords } from '../failure/journey-label.js';
import { noticeInShort } from '../failure/notice-words.js';
import { remediesFor, watchRemedies } from '../failure/remedies.js';
import { playScenario } from '../failure/scenario.js';
import { whoNotices } from '../failure/who-notices.js';
import { capitalised, percent } from '../words.js';
import { hanging } from './layout.js';
import { plain } from './paint.js';
import { labelled } from './section.js';
import type { TerminalStyle } from './style.js';
import { tableLines } from './table-lines.js';

const mostPoints = 30;
const mostNames = 8;

/** Single points of failure, a row each. */
export function pointTable(points: readonly SinglePoint[], ground: FailureGround, style: TerminalStyle): string[] {
  if (points.length === 0) return [];
  const { faults, label } = ground;
  const shares = downtimeShares(faults);
  const rows = points
    .slice(0, mostPoints)
    .map((point, index) => [
      String(index + 1),
      `${label(point.root)}, ${kinds[point.root.kind].noun}`,
      few(point.also.map(label), mostNames),
      `${point.journeys.length} of ${faults.journeys.length}`,
      String(stopsWith(point).length),
      point.dataLoss.length === 0 ? '' : few(point.dataLoss.map(label), 3),
      shares.has(point.root.id) ? percent(shares.get(point.root.id) ?? 0) : '',
    ]);
  const columns = [
    { head: '#' },
    { head: 'fails', share: 3 },
    { head: 'or its place', share: 2 },
    { head: 'journeys' },
    { head: 'affects' },
    { head: isComplete(ground.model, 'backups') ? 'data lost' : 'only copy told', share: 2 },
    { head: 'of downtime' },
  ];
  const rest = points.length - mostPoints;
  return [
    ...tableLines(columns, rows, { ...style, width: style.width - 2 }),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
}

/** What one of them breaks and stops, who notices, what to do. */
export function pointDetail(point: SinglePoint, index: number, ground: FailureGround, style: TerminalStyle): string[] {
  const { label } = ground;
  const { root, journeys } = point;
  const scenario = playScenario(ground, [root.id]);
  const { stopped, worseOff } = scenario;
  const names = (consequences: readonly Consequence[]) =>
    few(
      consequences.map(({ element }) => label(element)),
      mostNames,
    );
  const noticing = whoNotices(scenario);
  const remedies = [...remediesFor([root], ground), ...watchRemedies(noticing, ground)].map(
    ({ text, finding, mark }) => (finding ? `${text} (${mark})` : text),
  );
  const rows = [
    ['Breaks', `${capitalised(lostWords(journeys, ground))}.`],
    ['Stops', names(stopped)],
    ['Worse off', names(worseOff)],
    ['Noticed', `${capitalised(noticeInShort(noticing, ground))}.`],
    ['To do', remedies.slice(0, 4).join(' ')],
  ] as const;
  return [
    '',
    ...hanging(`  ${index + 1} `, `When ${label(root)} fails`, style.width, plain, style.paint.strong),
    ...labelled(
      rows.filter(([, text]) => text !== ''),
      { ...style, width: style.width - 4 },
    ).map((line) => `    ${line}`),
  ];
}

/** Of what does not work any more for reading, writing or both; a user does not stop: that is told as journeys. */
function stopsWith({ blastRadius }: SinglePoint): readonly Element[] {
  return blastRadius.filter(({ kind }) => kind !== 'user');
}
