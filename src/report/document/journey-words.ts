import type { AnalysedJourney } from '../../analyses/faults/result.js';
import type { Element } from '../../graph/architecture.js';
import type { Telling } from './telling.js';

const mostJourneys = 6;

/** `buy; visitor reads from mysql on server-1 and server-2`: those of one user that do the same stand together. */
export function journeyWords(journeys: readonly AnalysedJourney[], telling: Telling): string {
  const declared = journeys.filter((journey) => journey.declared).map(({ name, mode }) => `${name}${modeWords(mode)}`);
  const derived = journeys.filter((journey) => !journey.declared);
  const all = [...new Set([...declared, ...derivedWords(derived, telling)])];
  const rest = all.length - mostJourneys;
  return [...all.slice(0, mostJourneys), ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
}

function modeWords(mode: AnalysedJourney['mode']): string {
  return mode === 'all' ? '' : mode === 'read' ? ' (reading)' : ' (writing)';
}

interface Alike {
  readonly from: string;
  readonly verb: string;
  readonly to: Element[];
}

function derivedWords(journeys: readonly AnalysedJourney[], { audit: { model }, names }: Telling): readonly string[] {
  const groups = new Map<string, Alike>();
  for (const { from, to, mode } of journeys) {
    const key = JSON.stringify([from, mode]);
    const verb = mode === 'write' ? 'writes to' : 'reads from';
    const group = groups.get(key) ?? { from: names.listIds([from]), verb, to: [] };
    groups.set(key, group);
    const store = model.byId.get(to);
    if (store) group.to.push(store);
  }
  return [...groups.values()].map(({ from, verb, to }) => `${from} ${verb} ${names.list(to)}`);
}
