import { minutesAYear } from '../analyses/faults/availability/minutes-a-year.js';
import type { Faults, JourneyAvailability } from '../analyses/faults/result.js';
import type { ElementId } from '../graph/architecture.js';

/** Beyond this many digits a figure would claim more than a calculation with these numbers can. */
const mostDecimals = 12;

/** `99.86 %`, `99.9990 %`: with as many nines as it takes to tell two apart, and never 100 while something is missing. */
export function availabilityWords(unavailability: number): string {
  if (unavailability <= 0) return '100 %';
  if (unavailability >= 1) return '0 %';
  const decimals = Math.max(2, 1 - Math.floor(Math.log10(unavailability * 100)));
  if (decimals > mostDecimals) return `over 99.${'9'.repeat(mostDecimals - 2)} %`;
  return `${(100 - unavailability * 100).toFixed(decimals)} %`;
}

/** `760 minutes`, `31 hours`, `12 days`, `4 seconds`: of a year. */
export function downtimeWords(unavailability: number): string {
  const minutes = minutesAYear(unavailability);
  if (minutes === 0) return 'none';
  if (minutes >= 4_320) return `${rounded(minutes / 1_440)} days`;
  if (minutes >= 1_200) return `${rounded(minutes / 60)} hours`;
  if (minutes >= 1) return `${rounded(minutes)} ${rounded(minutes) === '1' ? 'minute' : 'minutes'}`;
  const seconds = minutes * 60;
  return seconds >= 1 ? `${rounded(seconds)} ${rounded(seconds) === '1' ? 'second' : 'seconds'}` : 'under a second';
}

/** Two digits that count. */
function rounded(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}

/** How the figure was found. */
export function methodWords({ method, sampled }: JourneyAvailability): string {
  if (!sampled) return method === 'none' ? '' : 'exactly';
  const between = `${availabilityWords(sampled.high)} and ${availabilityWords(sampled.low)}`;
  return `sampled ${sampled.samples.toLocaleString('en')} times: between ${between}`;
}

/** Of the time that a journey does not work, the share that goes back to each element: of all journeys the highest. */
export function downtimeShares({ availability }: Faults): ReadonlyMap<ElementId, number> {
  const shares = new Map<ElementId, number>();
  for (const { importance } of availability) {
    for (const { element, criticality } of importance) {
      shares.set(element.id, Math.max(criticality, shares.get(element.id) ?? 0));
    }
  }
  return shares;
}
