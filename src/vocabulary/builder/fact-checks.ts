import { dayNumber, durationPattern, sizePattern } from '../units.js';

/** Says what was expected, as in "a ratio from 0 to 1"; undefined where the value is one. */
type Check = (value: unknown) => string | undefined;

const number =
  (expected: string, holds: (value: number) => boolean): Check =>
  (value) =>
    typeof value === 'number' && Number.isFinite(value) && holds(value) ? undefined : expected;

const text =
  (expected: string, holds: (value: string) => boolean): Check =>
  (value) =>
    typeof value === 'string' && holds(value) ? undefined : expected;

const orFalse =
  (check: Check): Check =>
  (value) =>
    value === false ? undefined : check(value);

const day = text("a day of the calendar, such as '2027-03-02'", (value) => dayNumber(value) !== undefined);
const duration = text("a duration, such as '15 min' or '30 days'", (value) => durationPattern.test(value));
const size = text("a size, such as '16 GiB'", (value) => sizePattern.test(value));
const ratio = number('a ratio from 0 to 1', (value) => value >= 0 && value <= 1);
const amount = number('a number above 0', (value) => value > 0);
const count = number('a whole number, 0 or more', (value) => Number.isInteger(value) && value >= 0);
const need = number(
  'a whole number of members, or a share between 0 and 1',
  (value) => value > 0 && (value < 1 || Number.isInteger(value)),
);
const wholeFromOne = number('a whole number, 1 or more', (value) => Number.isInteger(value) && value >= 1);

const instances: Check = (value) => {
  if (typeof value !== 'object' || value === null) return wholeFromOne(value);
  const { min, max } = value as { min?: unknown; max?: unknown };
  if (wholeFromOne(min) || wholeFromOne(max) || (min as number) > (max as number)) {
    return '{ min, max } with whole numbers, 1 or more, and min not above max';
  }
  return undefined;
};

const checked: readonly (readonly [Check, string])[] = [
  [day, 'supportedUntil reviewed issued expires until'],
  [orFalse(day), 'restoreTested'],
  [duration, 'mtbf mttr rpo rto retention ttl rotatedEvery timeout every keep within'],
  [orFalse(duration), 'lagAlert'],
  [size, 'memory'],
  [ratio, 'availability unavailability hitRatio objective'],
  [amount, 'cpus requestsPerSecond perRequest connections'],
  [count, 'retries acknowledgements'],
  [need, 'need'],
  [instances, 'instances'],
];

const checks = new Map(checked.flatMap(([check, names]) => names.split(' ').map((name) => [name, check] as const)));

/** What a fact of this name must be, where the given value is not; undefined where there is nothing to object to. */
export function factExpectation(name: string, value: unknown): string | undefined {
  return checks.get(name)?.(value);
}
