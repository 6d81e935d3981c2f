import { type Day, dayNumber } from '../vocabulary/units.js';
import { Misuse } from './misuse.js';
import type { Surroundings } from './surroundings.js';

/**
 * The day an audit is for: `--today`, else SOURCE_DATE_EPOCH (seconds since 1970), else the clock. Always the day in UTC, so
 * that the same command gives the same result in every time zone.
 */
export function chooseToday(asked: string | undefined, { environment, now }: Surroundings): Day {
  if (asked !== undefined) return checkedDay(asked, '--today');
  const { SOURCE_DATE_EPOCH: epoch } = environment;
  return dayOf(epoch ? millisecondsOf(epoch) : now());
}

/** The day that a flag names. Throws Misuse where it is none. */
export function checkedDay(text: string, flag: '--today' | '--on' | '--until'): Day {
  if (dayNumber(text) !== undefined) return text as Day;
  throw new Misuse(`'${flag} ${text}' is no day.`, `Write it as year-month-day: ${flag} 2026-01-31`);
}

function millisecondsOf(epoch: string): number {
  const milliseconds = Number(epoch) * 1000;
  if (/^\d+$/.test(epoch) && milliseconds < Date.UTC(10_000, 0)) return milliseconds;
  throw new Misuse(
    `SOURCE_DATE_EPOCH is '${epoch}'.`,
    'It has to be a whole number of seconds since 1970, before the year 10000.',
  );
}

function dayOf(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10) as Day;
}
