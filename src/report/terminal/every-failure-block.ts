import { canFail } from '../../analyses/faults/fallible.js';
import type { SinglePoint } from '../../analyses/faults/result.js';
import { kinds } from '../../vocabulary/kinds.js';
import { type FailureGround, isProvider } from '../failure/failure-ground.js';
import { few, journeyLabel, lostWords } from '../failure/journey-label.js';
import { counted } from '../words.js';
import { availabilityBlock } from './availability-block.js';
import { hanging } from './layout.js';
import { modelTitle } from './model-title.js';
import { plain } from './paint.js';
import { bounded, lines, section } from './section.js';
import { pointDetail, pointTable } from './single-point-table.js';
import type { TerminalStyle } from './style.js';

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
    ...judged.slice(0, mostDetails).flatMap((point, index) => pointDetail(point, index, ground, style)),
    ...alsoNeeded(ground, style),
    ...section('BREAKS NOTHING', '', harmless(ground, style), style),
    ...availabilityBlock(ground, style),
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
  if (widest === undefined) {
    const needed = faults.singlePoints.map(({ root }) => root).filter(({ kind }) => kind !== 'user');
    if (needed.length === 0) return 'No journey breaks when any one thing fails.';
    return `No journey breaks when any one thing fails, apart from what nothing in the model asks to survive: ${few(needed.map(label))}.`;
  }
  const first = `Without ${label(widest.root)} ${lostWords(widest.journeys, ground)}`;
  if (points.length === 1) return `One single point of failure: ${first.charAt(0).toLowerCase()}${first.slice(1)}.`;
  const widestOnes = points.filter(({ journeys }) => journeys.length === widest.journeys.length);
  const names = few(widestOnes.map(({ root }) => label(root)));
  const [are, without] = widestOnes.length === 1 ? ['The widest is', 'it'] : ['The widest are', 'any of them'];
  return `${points.length} single points of failure: each breaks journeys by failing alone. ${are} ${names}: without ${without} ${lostWords(widest.journeys, ground)}.`;
}

function aside(points: readonly SinglePoint[]): string {
  return points.length < 2 ? '' : `${points.length}, the widest first`;
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

function harmless({ elements, faults, label }: FailureGround, style: TerminalStyle): string[] {
  if (faults.journeys.every(({ state }) => state === 'broken')) return [];
  const able = elements.filter((element) => canFail(element, 0));
  const safe = able.filter((element) => faults.singlePointOf(element) === undefined);
  const names = safe.length === 0 ? '' : `: ${few(safe.map(label), mostListed)}`;
  const text = `${safe.length} of the ${counted(able.length, 'element')} that can fail break no journey by failing alone${names}.`;
  return hanging('', text, style.width - 2, plain);
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

/** Where to read on. */
export function readOn({ model, label, faults }: FailureGround, style: TerminalStyle): string[] {
  const first = faults.singlePoints.find(({ onlyListed }) => !onlyListed);
  if (first === undefined || model.at === undefined) return [];
  const text = `One of them in full: stanchion simulate ${model.at.file} --fail ${label(first.root)}`;
  return ['', ...hanging('', text, style.width, plain, style.paint.muted)];
}

function coldStart({ faults, label }: FailureGround, style: TerminalStyle): string[] {
  if (faults.coldStart.length === 0) return [];
  const text = `After a full stop these do not come up by themselves, as each waits for another of them: ${few(faults.coldStart.map(label), mostNames)}.`;
  return section('COLD START', '', hanging('', text, style.width - 2, plain), style);
}
