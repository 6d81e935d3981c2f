import { isComplete } from '../../audit/questions/is-complete.js';
import type { Element } from '../../graph/architecture.js';
import type { FailureGround } from './failure-ground.js';
import { few } from './journey-label.js';
import type { Noticing, Watcher } from './who-notices.js';

const mostWatchers = 6;

/** One sentence for each that notices, and one for what failed and nothing watches. */
export function noticeSentences(noticing: Noticing, ground: FailureGround): readonly string[] {
  const { unwatched } = noticing;
  const watchers = alikeWatchers(noticing.watchers);
  const rest = watchers.length - mostWatchers;
  return [
    ...watchers.slice(0, mostWatchers).map((alike) => watcherSentence(alike, ground)),
    ...(rest > 0 ? [`${rest} more watch other parts of it.`] : []),
    ...(unwatched.length === 0 ? [] : [unwatchedSentence(unwatched, ground)]),
  ];
}

/** In half a sentence: `'Sumo Logic' notices, and alerts 'on-call'`, `nobody notices: nothing watches it`. */
export function noticeInShort({ watchers, unwatched }: Noticing, ground: FailureGround): string {
  const { label, model } = ground;
  const up = watchers.filter(({ isDown }) => !isDown);
  const alerted = [...new Set(up.flatMap(({ alerts }) => alerts))];
  const names = few([...new Set(up.map(({ monitor }) => label(monitor)))], 3);
  const verb = up.length === 1 ? 'notices' : 'notice';
  if (alerted.length > 0)
    return `${names} ${verb}, and ${few(
      alerted.map((one) => alertedName(one, ground)),
      3,
    )} ${alerted.length === 1 ? 'is' : 'are'} alerted`;
  if (up.length > 0)
    return `${names} ${verb}; ${isComplete(model, 'alerts') ? 'nobody is alerted' : 'the model does not say who is alerted'}`;
  if (watchers.length > 0) return 'nobody notices: what watches it is down too';
  const isOurs = unwatched.length > 0 && isComplete(model, 'monitoring');
  return isOurs
    ? `nobody notices: nothing watches ${unwatched.length === 1 ? 'it' : 'them'}`
    : 'the model does not say who notices';
}

/** Those that see the same and alert the same. */
function alikeWatchers(watchers: readonly Watcher[]): readonly (readonly Watcher[])[] {
  const groups = new Map<string, Watcher[]>();
  for (const watcher of watchers) {
    const { sees, isDown, alerts, unreached } = watcher;
    const key = JSON.stringify([
      sees.length,
      sees[0]?.id,
      isDown,
      alerts.map(({ id }) => id),
      unreached.map(({ id }) => id),
    ]);
    const group = groups.get(key);
    if (group) group.push(watcher);
    else groups.set(key, [watcher]);
  }
  return [...groups.values()];
}

function watcherSentence(alike: readonly Watcher[], ground: FailureGround): string {
  const { label } = ground;
  const [first] = alike;
  if (first === undefined) return '';
  const names = few(alike.map(({ monitor }) => label(monitor)));
  const one = alike.length === 1;
  const sees = few(first.sees.map(label));
  if (first.isDown) return `${names} ${one ? 'watches' : 'watch'} ${sees}, and ${one ? 'is' : 'are'} down too.`;
  return `${names} ${one ? 'watches' : 'watch'} ${sees}, ${alertWords(first, one, ground)}.`;
}

function alertWords({ alerts, unreached }: Watcher, isOne: boolean, ground: FailureGround): string {
  const { label, model } = ground;
  const verb = isOne ? 'alerts' : 'alert';
  const lost = unreached.length === 0 ? '' : `; ${few(unreached.map(label))} cannot be reached`;
  if (alerts.length > 0) return `and ${verb} ${few(alerts.map((one) => alertedName(one, ground)))}${lost}`;
  if (unreached.length > 0) return `and would alert ${few(unreached.map(label))}, which is down too`;
  if (isComplete(model, 'alerts')) return `and ${verb} nobody`;
  return `and whom ${isOne ? 'it alerts' : 'they alert'} the model does not say`;
}

/** A channel by who reads it too, where that is told. */
function alertedName(element: Element, { label }: FailureGround): string {
  const { to } = element.facts;
  return to === undefined ? label(element) : `${label(element)} (read by ${to})`;
}

function unwatchedSentence(elements: readonly Element[], { label, model }: FailureGround): string {
  const names = few(elements.map(label));
  if (isComplete(model, 'monitoring')) return `Nothing watches ${names}.`;
  return `Whether anything watches ${names} the model does not say.`;
}
