import { isOverloaded } from '../analyses/capacity/is-overloaded.js';
import type { ConnectionLoad, Demand, Limit, SharedLoad, Stress } from '../analyses/capacity/result.js';

/** How figures of load are said, in a terminal and in a report alike. */

/** Two digits behind the point are more than anybody measured. */
export function figure(value: number): string {
  return String(value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);
}

export function demandWords({ known, isComplete }: Demand): string {
  if (isComplete) return figure(known);
  return known > 0 ? `at least ${figure(known)}` : 'not known';
}

export function limitWords(limit: Limit | undefined): string {
  if (!limit) return 'not told';
  return limit.most > limit.guaranteed
    ? `${figure(limit.guaranteed)}, up to ${figure(limit.most)}`
    : figure(limit.guaranteed);
}

/** Never 100 % while it is more, nor while it is less. */
export function percentWords(utilisation: number): string {
  if (!Number.isFinite(utilisation)) return 'more than it takes';
  const rounded = Math.round(utilisation * 100);
  if (isOverloaded(utilisation)) return `${Math.max(101, rounded)} %`;
  return `${utilisation < 1 ? Math.min(99, rounded) : 100} %`;
}

/** What is over the limit says so in a word. */
export function useWords(utilisation: number | undefined, { known, isComplete }: Demand): string {
  if (utilisation === undefined || (known === 0 && !isComplete)) return '';
  const words = `${isComplete ? '' : 'at least '}${percentWords(utilisation)}`;
  return isOverloaded(utilisation) ? `OVERLOADED, ${words}` : words;
}

/** `OVERLOADED, 120 %: 300 of 250 without server-2`. */
export function stressWords(stress: Stress | undefined, failed: string): string {
  if (!stress) return '';
  const { demand, capacity, utilisation, isOneInstance } = stress;
  const what = capacity === undefined ? demandWords(demand) : `${demandWords(demand)} of ${figure(capacity)}`;
  const use = useWords(utilisation, demand);
  const without = `without ${isOneInstance ? 'one instance of ' : ''}${failed}`;
  return `${use === '' ? '' : `${use}: `}${what} ${without}`;
}

/** `up to 120 of 100 connections`; empty where nothing is told. */
export function connectionWords(connections: ConnectionLoad | undefined): string {
  if (!connections) return '';
  const { fewest, most, isComplete, capacity } = connections;
  const range = most > fewest ? `${figure(fewest)} to ${figure(most)}` : figure(most);
  const open = `${isComplete ? '' : 'at least '}${range}`;
  if (!capacity) return open;
  const use = most > capacity.guaranteed ? 'TOO MANY, ' : '';
  return `${use}${open} of ${figure(capacity.guaranteed)}`;
}

/** What is left of those that share a demand: `500 of 600: TOO LITTLE`. */
export function leftWords(capacity: number | undefined, demand: SharedLoad['demand']): string {
  if (capacity === undefined) return 'not known';
  const short = capacity < demand.known * (1 - 1e-9);
  return `${figure(capacity)}${short ? ', TOO LITTLE' : ''}`;
}
