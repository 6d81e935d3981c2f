import type { SinglePoint } from '../../../analyses/faults/result.js';
import { isComplete } from '../../../audit/questions/is-complete.js';
import type { Element } from '../../../graph/architecture.js';
import { kinds } from '../../../vocabulary/kinds.js';
import { downtimeShares } from '../../availability-words.js';
import { counted, firstOf, percent } from '../../words.js';
import { flowPaths } from '../evidence-paths.js';
import { journeyWords } from '../journey-words.js';
import { bullets, heading, paragraph, separated, strong, table } from '../make-node.js';
import type { Names } from '../names.js';
import type { Telling } from '../telling.js';
import type { Cell, ReportNode } from '../tree.js';

const mostListed = 12;
/** Whoever has more of them does not repair them one by one. */
const mostPoints = 60;

/** What stops which journeys all by itself, the widest first. */
export function singlePoints(telling: Telling): readonly ReportNode[] {
  const { faults, names } = telling;
  const title = heading(2, 'Single points of failure', 'single points');
  if (faults.journeys.length === 0) {
    return [title, paragraph('The model shows no way from a user to a store: there is no journey that could break.')];
  }
  const judged = faults.singlePoints.filter(({ onlyListed }) => !onlyListed);
  const listed = faults.singlePoints.filter(({ onlyListed }) => onlyListed).map(({ root }) => root);
  const none = paragraph('Nothing in it breaks a journey by failing alone.');
  return [
    title,
    ...brokenAsModelled(telling),
    ...(judged.length === 0 ? [none] : judgedPoints(judged, telling)),
    ...(listed.length === 0 ? [] : [paragraph(alsoNeeded(listed, names))]),
    ...(faults.coldStart.length === 0 ? [] : [paragraph(coldStart(names.list(faults.coldStart)))]),
  ];
}

function judgedPoints(found: readonly SinglePoint[], telling: Telling): readonly ReportNode[] {
  const shares = downtimeShares(telling.faults);
  const shareOf = ({ root }: SinglePoint) => shares.get(root.id);
  // Where figures are told the costliest come first; the order of the analysis, the widest first, decides between equals.
  const all = [...found].sort((left, right) => (shareOf(right) ?? 0) - (shareOf(left) ?? 0));
  const points = all.slice(0, mostPoints);
  const onlyCopy = isComplete(telling.audit.model, 'backups') ? 'data lost' : 'only copy told';
  const rest = all.length - points.length;
  return [
    paragraph('Each of these, failing alone, breaks the journeys beside it, and takes other elements along.'),
    table(
      ['fails', 'which is a', 'journeys that break', 'stops with it', onlyCopy, 'of the failing time'],
      points.map((point) => row(point, telling, shareOf(point))),
    ),
    ...(rest > 0
      ? [paragraph(`${counted(rest, 'further one', 'further ones')}, less wide than these, not listed here.`)]
      : []),
    paragraph('A way that leads through each:'),
    bullets(ways(points, telling)),
  ];
}

function row(point: SinglePoint, telling: Telling, share: number | undefined): readonly (Cell | string)[] {
  const { root, also, journeys, dataLoss } = point;
  const stopped = point.blastRadius.filter(({ kind }) => kind !== 'user');
  const { names } = telling;
  return [
    [strong(names.one(root)), also.length === 0 ? '' : `, or its place ${names.list(also)}`],
    kinds[root.kind].noun,
    journeyWords(journeys, telling),
    stopped.length === 0 ? 'nothing else' : `${stopped.length}: ${names.groups(stopped)}`,
    names.list(dataLoss),
    share === undefined ? '' : percent(share),
  ];
}

/** Points that lie on the same way stand together. */
function ways(points: readonly SinglePoint[], telling: Telling): readonly Cell[] {
  const byPath = new Map<string, SinglePoint[]>();
  for (const point of points) {
    const path = flowPaths(point.path, telling).join('; ');
    if (path !== '') byPath.set(path, [...(byPath.get(path) ?? []), point]);
  }
  return [...byPath].map(([path, alike]) => {
    const roots = alike.map(({ root }) => [strong(telling.names.one(root))]);
    return [...separated(roots, ', '), `: ${path}`];
  });
}

function brokenAsModelled(telling: Telling): readonly ReportNode[] {
  const broken = telling.faults.journeys.filter(({ state }) => state === 'broken');
  if (broken.length === 0) return [];
  const which = `With nothing failed at all, these never work: ${journeyWords(broken, telling)}.`;
  return [paragraph(strong('Broken as modelled.'), ` ${which} Something on the way blocks them or is missing.`)];
}

function alsoNeeded(roots: readonly Element[], names: Names): string {
  const named = roots.map((root) => `the ${kinds[root.kind].noun} ${names.one(root)}`);
  return `Everything also hangs on ${firstOf(named, mostListed)}. Nothing in the model asks to survive that, so it is listed here and not judged.`;
}

function coldStart(names: string): string {
  return `After a full stop these do not come up again by themselves, as each waits for another of them: ${names}.`;
}
