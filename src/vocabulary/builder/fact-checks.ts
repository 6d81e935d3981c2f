import { dayNumber, durationPattern, sizePattern } from '../units.js';

interface Check {
  /** What is expected, as in "a ratio from 0 to 1". */
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
  /** The facts it is made for, and those that may also be `false`. */
  readonly facts: string;
  readonly orFalse?: string;
}

const number =
  (holds: (value: number) => boolean) =>
  (value: unknown): boolean =>
    typeof value === 'number' && Number.isFinite(value) && holds(value);

const text =
  (holds: (value: string) => boolean) =>
  (value: unknown): boolean =>
    typeof value === 'string' && holds(value);

const wholeFromOne = number((value) => value >= 1 && Number.isInteger(value));

const checks: readonly Check[] = [
  {
    expected: "a day of the calendar, such as '2027-03-02'",
    holds: text((value) => dayNumber(value) !== undefined),
    facts: 'supportedUntil reviewed issued expires until',
    orFalse: 'restoreTested',
  },
  {
    expected: "a duration, such as '15 min' or '30 days'",
    holds: text((value) => durationPattern.test(value)),
    facts: 'mtbf mttr rpo rto retention ttl rotatedEvery timeout every keep within',
    orFalse: 'lagAlert',
  },
  { expected: "a size, such as '16 GiB'", holds: text((value) => sizePattern.test(value)), facts: 'memory' },
  {
    expected: 'a ratio from 0 to 1',
    holds: number((value) => value >= 0 && value <= 1),
    facts: 'availability unavailability hitRatio objective',
  },
  {
    expected: 'a number above 0',
    holds: number((value) => value > 0),
    facts: 'cpus requestsPerSecond perRequest connections',
  },
  {
    expected: 'a whole number, 0 or more',
    holds: number((value) => value >= 0 && Number.isInteger(value)),
    facts: 'retries acknowledgements',
  },
  {
    expected: 'a whole number, 1 or more, or a share between 0 and 1',
    holds: number((value) => value > 0 && (value < 1 || Number.isInteger(value))),
    facts: 'need',
  },
  {
    expected: 'a whole number, 1 or more, or { min, max } of such',
    holds: (value) => wholeFromOne(value) || isRange(value),
    facts: 'instances',
  },
  {
    expected: 'a port, 1 to 65535',
    holds: number((value) => value >= 1 && value <= 65_535 && Number.isInteger(value)),
    facts: 'port',
  },
];

function isRange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { min, max } = value as { min?: unknown; max?: unknown };
  return wholeFromOne(min) && wholeFromOne(max) && (min as number) <= (max as number);
}

const byFact = new Map(
  checks.flatMap((check) => `${check.facts} ${check.orFalse}`.split(' ').map((name) => [name, check] as const)),
);

/** What a fact of this name must be, where the given value is not; undefined where there is nothing to object to. */
export function factExpectation(name: string, value: unknown): string | undefined {
  const check = byFact.get(name);
  if (!check || check.holds(value) || (check.orFalse === name && value === false)) return undefined;
  return check.expected + (check.orFalse === name ? ', or false' : '');
}
