import { type Finding, severities } from '../../audit/finding.js';
import { type GateLimits, onlyTells } from '../../diff/gate/gate-limits.js';
import type { GateVerdict, Refused } from '../../diff/gate/judge-comparison.js';
import { counted, joined } from '../words.js';

/** `The gate refuses this change: 2 new findings (1 critical, 1 high), 1 objective newly missed.` */
export function gateSentence({ refused, limits }: GateVerdict, isBroken: boolean): string {
  const most = limits.newSinglePoints;
  if (refused.length === 0) return isBroken ? brokenWords : passWords(limits);
  const all = <T>(list: (one: Refused) => readonly T[]) => refused.flatMap(list);
  const weakened = all((one) => one.weakened);
  const waivers = weakened.filter((one) => one.sort === 'waiver');
  const longer = waivers.filter(({ wasUntil }) => wasUntil !== undefined).length;
  const points = all(({ singlePoints }) => singlePoints).length;
  const gone = refused.filter(({ became }) => became === 'deleted').length;
  const some = (number: number, noun: string, plural: string) => number > 0 && counted(number, noun, plural);
  const parts = [
    findingWords(all(({ fresh }) => fresh)),
    some(all(({ worsened }) => worsened).length, 'finding that got worse', 'findings that got worse'),
    some(all(({ broken }) => broken).length, 'journey that no longer works', 'journeys that no longer work'),
    some(all(({ objectives }) => objectives).length, 'objective newly missed', 'objectives newly missed'),
    some(all(({ exposure }) => exposure).length, 'opening to the internet', 'openings to the internet'),
    points > 0 && `${counted(points, 'new single point', 'new single points')} of failure of at most ${most}`,
    some(weakened.length - waivers.length, 'thing weakened', 'things weakened'),
    some(waivers.length - longer, 'waiver added', 'waivers added'),
    some(longer, 'waiver made longer', 'waivers made longer'),
    some(gone, 'model gone', 'models gone'),
  ].filter((part) => part !== false);
  return `The gate refuses this change: ${joined([...parts, ...(isBroken ? ['a part that could not be read'] : [])])}.`;
}

const brokenWords = 'The gate does not let this change pass: not all of it could be read.';

function passWords(limits: GateLimits): string {
  const { failOn } = limits;
  if (onlyTells(limits)) return 'The gate only tells, and refuses nothing.';
  const least =
    failOn === 'never' ? '' : ` Refused is what is new and ${failOn === 'critical' ? '' : 'at least '}${failOn}.`;
  return `The gate lets this change pass.${least}`;
}

function findingWords(fresh: readonly Finding[]): string | false {
  if (fresh.length === 0) return false;
  const counts = severities.flatMap((severity) => {
    const number = fresh.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [`${number} ${severity}`];
  });
  return `${counted(fresh.length, 'new finding')} (${counts.join(', ')})`;
}
