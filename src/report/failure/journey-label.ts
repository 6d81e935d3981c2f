import type { AnalysedJourney } from '../../analyses/faults/result.js';
import { joined } from '../words.js';
import type { FailureGround } from './failure-ground.js';

/** What names are told by. */
export type NamingGround = Pick<FailureGround, 'model' | 'label'>;

const mostNamed = 4;

/** `'buy'`, `'visitor' reads 'server-1/mysql'`: how one journey is called. */
export function journeyLabel(journey: AnalysedJourney, ground: NamingGround): string {
  if (journey.declared) return `'${journey.name}'${journey.mode === 'all' ? '' : ` (${modeNouns[journey.mode]})`}`;
  const [from, to] = [endLabel(journey.from, ground), endLabel(journey.to, ground)];
  return `${from} ${journey.mode === 'write' ? 'writes' : 'reads'} ${to}`;
}

const modeNouns = { read: 'reading', write: 'writing' } as const;

/** `'visitor' can no longer read from or write to 'mysql'`; `the journeys 'buy' and 'search' are broken`. */
export function lostWords(journeys: readonly AnalysedJourney[], ground: NamingGround): string {
  const declared = journeys.filter((journey) => journey.declared);
  if (declared.length > 0) {
    const names = [...new Set(declared.map(({ name }) => `'${name}'`))];
    return names.length === 1 ? `the journey ${names.join('')} is broken` : `the journeys ${few(names)} are broken`;
  }
  const ends = (end: 'from' | 'to') => few([...new Set(journeys.map((journey) => endLabel(journey[end], ground)))]);
  return `${ends('from')} can no longer ${useOf(journeys)} ${ends('to')}`;
}

function endLabel(id: string, { model, label }: NamingGround): string {
  const element = model.byId.get(id);
  return element ? label(element) : `'${id}'`;
}

function useOf(journeys: readonly AnalysedJourney[]): string {
  const modes = new Set(journeys.map(({ mode }) => mode));
  if (modes.has('all') || modes.size > 1) return 'read from or write to';
  return modes.has('read') ? 'read from' : 'write to';
}

/** The first of a list, and how many more there are. */
export function few(names: readonly string[], most = mostNamed): string {
  return names.length <= most
    ? joined(names)
    : `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
}
