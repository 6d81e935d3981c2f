import { canFail } from '../../analyses/faults/fallible.js';
import type { Faults, SinglePoint } from '../../analyses/faults/result.js';
import { kinds } from '../../vocabulary/kinds.js';
import { type FailureGround, isProvider } from '../failure/failure-ground.js';
import { few, journeyLabel, lostWords } from '../failure/journey-label.js';
import { noticeInShort } from '../failure/notice-words.js';
import { remediesFor } from '../failure/remedies.js';
import { whoNotices } from '../failure/who-notices.js';
import { capitalised, counted, percent } from '../words.js';
import { hanging } from './layout.js';
import { modelTitle } from './model-title.js';
import { plain } from './paint.js';
import { bounded, labelled, lines, section } from './section.js';
import type { TerminalStyle } from './style.js';
import { tableLines } from './table-lines.js';

const mostPoints = 30;
const mostDetails = 5;
const mostListed = 12;
const mostNames = 8;

/** Every single failure of a model: what breaks something alone, what does not, and what of it to mend first. */
export function everyFailureBlock(ground: FailureGround, style: TerminalStyle): string[] {
  const judged = ground.faults.singlePoints.filter(({ onlyListed }) => !onlyListed);
  return [
    ...modelTitle(ground.model, style),
    '',
    ...hanging('', verdictOfAll(judged, ground), style.width, plain, style.paint.strong),
    ...expiredSection(ground, style),
    ...brokenSection(ground, style),
    ...section('SINGLE POINTS OF FAILURE', aside(judged), pointTable(judged, ground, style), style),
    ...judged.slice(0, mostDetails).flatMap((point, index) => detail(point, index, ground, style)),
    ...alsoNeeded(ground, style),
    ...section('BREAKS NOTHING', '', [harmless(ground)], style),
    ...coldStart(ground, style),
    ...section('TAKEN FOR GRANTED', '', lines(ground.faults.assumptions, style), style),
  ];
}

function verdictOfAll(points: readonly SinglePoint[], ground: FailureGround): string {
  const { faults, label } = ground;
  if (faults.journeys.length === 0) {
    return 'The model shows no way from a user to a store: there is no journey that could break.';
  }
  if (faults.journeys.every(({ state }) => state === 'broken')) {
    return 'No journey works even with nothing failed, so nothing can be said of single failures.';
  }
  const [widest] = points;
  if (widest === undefined) return 'No journey breaks when any one thing fails.';
  const first = `Without ${label(widest.root)} ${lostWords(widest.journeys, ground)}`;
  if (points.length === 1) return `One single point of failure: ${first.charAt(0).toLowerCase()}${first.slice(1)}.`;
  return `${points.length} single points of failure: each breaks journeys by failing alone. The widest is ${label(widest.root)}: without it ${lostWords(widest.journeys, ground)}.`;
}

function aside(points: readonly SinglePoint[]): string {
  return points.length < 2 ? '' : `${points.length}, the widest first`;
}

function pointTable(points: readonly SinglePoint[], ground: FailureGround, style: TerminalStyle): string[] {
  if (points.length === 0) return [];
  const { faults, label } = ground;
  const shares = shareOfDowntime(faults);
  const rows = points
    .slice(0, mostPoints)
    .map((point, index) => [
      String(index + 1),
      `${label(point.root)}, ${kinds[point.root.kind].noun}`,
      few(point.also.map(label), mostNames),
      `${point.journeys.length} of ${faults.journeys.length}`,
      String(point.blastRadius.length),
      point.dataLoss.length === 0 ? '' : few(point.dataLoss.map(label), 3),
      shares.has(point.root.id) ? percent(shares.get(point.root.id) ?? 0) : '',
    ]);
  const columns = [
    { head: '' },
    { head: 'fails', share: 3 },
    { head: 'and with it', share: 2 },
    { head: 'journeys' },
    { head: 'stops' },
    { head: 'data lost', share: 2 },
    { head: 'of downtime' },
  ];
  const rest = points.length - mostPoints;
  return [
    ...tableLines(columns, rows, { ...style, width: style.width - 2 }),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
}

/** How much of the time that some journey does not work goes back to an element: of the journeys, the one with most. */
function shareOfDowntime({ availability }: Faults): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const { importance } of availability) {
    for (const { element, criticality } of importance) {
      shares.set(element.id, Math.max(criticality, shares.get(element.id) ?? 0));
    }
  }
  return shares;
}

function detail(point: SinglePoint, index: number, ground: FailureGround, style: TerminalStyle): string[] {
  const { label } = ground;
  const { root, journeys, blastRadius } = point;
  const noticing = whoNotices(ground, [root], blastRadius);
  const remedies = remediesFor([root], ground).map(({ text, finding, mark }) => (finding ? `${text} (${mark})` : text));
  const rows = [
    ['Breaks', `${capitalised(lostWords(journeys, ground))}.`],
    ['Stops', blastRadius.length === 0 ? 'Nothing else.' : few(blastRadius.map(label), mostNames)],
    ['Noticed', `${capitalised(noticeInShort(noticing, ground))}.`],
    ['To do', remedies.slice(0, 3).join(' ')],
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

function alsoNeeded(ground: FailureGround, style: TerminalStyle): string[] {
  const listed = ground.faults.singlePoints.filter(({ onlyListed }) => onlyListed);
  const body = bounded(listed, mostListed, ({ root, journeys }) => {
    const what = isProvider(ground, root) ? 'provider' : kinds[root.kind].noun;
    const text = `${ground.label(root)}, ${what}: ${counted(journeys.length, 'journey')}`;
    return hanging('', text, style.width - 2, plain);
  });
  return section('ALSO NEEDED', 'and nothing in the model asks to survive their loss', body, style);
}

function harmless({ elements, faults }: FailureGround): string {
  const able = elements.filter((element) => canFail(element, 0));
  const safe = able.filter((element) => faults.singlePointOf(element) === undefined);
  return `${safe.length} of the ${counted(able.length, 'element')} that can fail break no journey by failing alone.`;
}

function brokenSection(ground: FailureGround, style: TerminalStyle): string[] {
  const broken = ground.faults.journeys.filter(({ state }) => state === 'broken');
  const reason = 'With nothing failed something on the way blocks these, has run out, or is missing:';
  const body = [
    ...hanging('', reason, style.width - 2, plain),
    ...bounded(broken, mostNames, (journey) => lines([journeyLabel(journey, ground)], style)),
  ];
  return broken.length === 0 ? [] : section('BROKEN AS MODELLED', counted(broken.length, 'journey'), body, style);
}

function expiredSection({ on, expired, label }: FailureGround, style: TerminalStyle): string[] {
  if (on === undefined) return [];
  const body = bounded(expired, mostListed, (element) =>
    hanging('', `${label(element)} ran out on ${element.facts.expires}`, style.width - 2, plain),
  );
  return section('RUN OUT', `by ${on}`, expired.length === 0 ? ['Nothing.'] : body, style);
}

function coldStart({ faults, label }: FailureGround, style: TerminalStyle): string[] {
  if (faults.coldStart.length === 0) return [];
  const text = `After a full stop these do not come up by themselves, as each waits for another of them: ${few(faults.coldStart.map(label), mostNames)}.`;
  return section('COLD START', '', hanging('', text, style.width - 2, plain), style);
}
