import { capitalised, counted } from '../words.js';
import { few, lostWords } from './journey-label.js';
import { noticeInShort } from './notice-words.js';
import type { Scenario } from './scenario.js';
import { whoNotices } from './who-notices.js';

/**
 * The whole scenario in a few sentences: `When 'haproxy' fails, 'visitor' can no longer read from 'mysql'. 2 elements stop with
 * it. 'pager' is alerted.`
 */
export function verdictOf(scenario: Scenario): string {
  const { ground, failed, stopped } = scenario;
  if (failed.length === 0) return ground.on === undefined ? 'Nothing fails.' : `By ${ground.on} nothing has run out.`;
  const stops =
    stopped.length === 0
      ? 'Nothing else stops'
      : `${counted(stopped.length, 'element')} ${stopped.length === 1 ? 'stops' : 'stop'}`;
  const noticing = whoNotices(scenario);
  return `${beginning(scenario)}, ${outcome(scenario)}. ${stops} with ${failed.length === 1 ? 'it' : 'them'}. ${capitalised(noticeInShort(noticing, ground))}.`;
}

function beginning({ ground, failed, simulation }: Scenario): string {
  const { label, on, expired } = ground;
  const ended = few(expired.map(label));
  const ranOut = `${ended} ${expired.length === 1 ? 'has' : 'have'} run out`;
  if (simulation.failed.length === 0) return `On ${on}, when ${ranOut}`;
  const names = simulation.failed.map(label);
  const verb = names.length === 1 ? 'fails' : 'fail together';
  const first = `When ${few(names)} ${verb}`;
  return failed.length === simulation.failed.length ? first : `${first} on ${on}, and ${ranOut}`;
}

function outcome({ ground, broken, madeUpFor, degraded, working, neverWorked }: Scenario): string {
  const worseOff = degraded.length + madeUpFor.length;
  const goOn = worseOff + working.length;
  if (broken.length > 0) {
    const all = goOn === 0 ? 'nothing works any more: ' : '';
    return `${all}${lostWords(broken, ground)}`;
  }
  if (goOn === 0) return neverWorked.length > 0 ? noneWorked : noJourneys;
  if (worseOff === 0)
    return goOn === 1 ? 'the one journey goes on as before' : `${allOf(goOn)} journeys go on as before`;
  const worse = worseOff === goOn ? 'with something missing or no spare left' : `${worseOff} of them degraded`;
  return goOn === 1 ? 'the one journey goes on, degraded' : `${allOf(goOn)} journeys go on, ${worse}`;
}

function allOf(count: number): string {
  return count === 2 ? 'both' : `all ${count}`;
}

const noneWorked = 'no journey breaks, as none worked before';
const noJourneys = 'no journey breaks, as the model shows no way from a user to a store';
