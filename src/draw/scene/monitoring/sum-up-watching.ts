import { isComplete } from '../../../audit/questions/is-complete.js';
import type { Architecture } from '../../../graph/architecture.js';
import type { Verb } from '../../../vocabulary/verbs.js';
import type { Aspect } from '../../../vocabulary/words.js';
import { joined, shownName } from '../spoken.js';
import { asked, isWatched } from './asks-watching.js';

/** `12 of 14 elements are watched, 2 are not. Alerted: on-call duty. Nobody asks from outside.` */
export function sumUpWatching(model: Architecture): string {
  const ends = [
    targets(model, 'alerts', 'alerts', ['Alerted', 'Nobody is alerted', 'Who is alerted is not stated']),
    targets(model, 'probes', 'probes', [
      'Asked from outside',
      'Nobody asks from outside whether anything answers',
      'Whether anybody asks from outside is not stated',
    ]),
  ];
  return [watched(model), ...ends].join(' ');
}

function watched(model: Architecture): string {
  const all = asked(model);
  const open = all.filter((element) => !isWatched(model, element)).length;
  const isTold = isComplete(model, 'monitoring');
  const elements = `${all.length} ${all.length === 1 ? 'element' : 'elements'}`;
  if (all.length === 0) return 'The model tells of nothing that runs.';
  if (open === all.length)
    return isTold
      ? `Nothing watches any of the ${elements}.`
      : `The model does not state what watches its ${elements}.`;
  if (open === 0) return all.length === 1 ? 'The only element is watched.' : `All ${elements} are watched.`;
  const rest = isTold ? `${open} ${open === 1 ? 'is' : 'are'} not` : `of ${open} it is not stated`;
  return `${all.length - open} of ${elements} ${all.length - open === 1 ? 'is' : 'are'} watched, ${rest}.`;
}

/** Whom flows of a verb lead to; where there are none, what follows from that. */
function targets(
  model: Architecture,
  verb: Verb,
  aspect: Aspect,
  [found, none, untold]: readonly [string, string, string],
): string {
  const ids = new Set(model.flows.filter((flow) => flow.verb === verb).map(({ to }) => to));
  const names = [...ids].flatMap((id) => model.byId.get(id) ?? []).map(shownName);
  if (names.length > 0) return `${found}: ${joined(names)}.`;
  return isComplete(model, aspect) ? `${none}.` : `${untold}.`;
}
