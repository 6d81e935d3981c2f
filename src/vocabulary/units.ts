/** Values that carry their unit: `'15 min'`, `'30 days'`, `'16 GiB'`. The compiler checks them, the graph keeps them as written. */

const secondsPer = {
  ms: 0.001,
  s: 1,
  min: 60,
  h: 3600,
  hour: 3600,
  hours: 3600,
  day: 86_400,
  days: 86_400,
  week: 604_800,
  weeks: 604_800,
  month: 2_629_800,
  months: 2_629_800,
  year: 31_557_600,
  years: 31_557_600,
} as const;

const bytesPer = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40, PiB: 2 ** 50 } as const;

/** A number and a unit of time with one space between them, such as `'15 min'` or `'30 days'`. */
export type Duration = `${number} ${keyof typeof secondsPer}`;

/** A number and a binary unit with one space between them, such as `'16 GiB'`. */
export type Size = `${number} ${keyof typeof bytesPer}`;

/** A day of the calendar, `'2027-03-02'`. */
export type Day = `${number}-${number}-${number}`;

// Written out rather than made from the units above, so that the builder in the sandbox carries the patterns only.
export const durationPattern = /^\d+(\.\d+)? (ms|s|min|h|hours?|days?|weeks?|months?|years?)$/;
export const sizePattern = /^\d+(\.\d+)? ([KMGTP]i)?B$/;
export const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Seconds of a duration. A month is a twelfth of a year of 365.25 days. */
export function seconds(duration: Duration): number {
  return amount(duration, secondsPer);
}

/** Bytes of a size. */
export function bytes(size: Size): number {
  return amount(size, bytesPer);
}

/** Days since 1970-01-01, or undefined where the text names no day of the calendar (2026-02-30). */
export function dayNumber(day: string): number | undefined {
  const date = dayPattern.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  const milliseconds = date?.getTime() ?? Number.NaN;
  // An engine may roll 30 February over into March: only a real day reads back the same.
  return Number.isNaN(milliseconds) || date?.toISOString().slice(0, 10) !== day ? undefined : milliseconds / 86_400_000;
}

function amount(text: string, factors: Readonly<Record<string, number>>): number {
  const space = text.indexOf(' ');
  const factor = factors[text.slice(space + 1)];
  if (space < 1 || factor === undefined) throw new RangeError(`not a number with a unit: ${JSON.stringify(text)}`);
  return Number(text.slice(0, space)) * factor;
}
