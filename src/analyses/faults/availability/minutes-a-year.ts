/** A year of 365.25 days. */
const minutesPerYear = 525_960;

/** How many minutes of a year a share of time makes. */
export function minutesAYear(share: number): number {
  return share * minutesPerYear;
}
