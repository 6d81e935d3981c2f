import { chooseToday } from '../../src/cli/today.js';
import { fakeSurroundings } from './fake-surroundings.js';

const within = (environment: Record<string, string>) => fakeSurroundings({ environment });

test('the clock, where nothing else is said', () => {
  expect(chooseToday(undefined, within({}))).toBe('2026-01-31');
  expect(chooseToday(undefined, within({ SOURCE_DATE_EPOCH: '' }))).toBe('2026-01-31');
});

test('SOURCE_DATE_EPOCH wins over the clock, --today over both', () => {
  expect(chooseToday(undefined, within({ SOURCE_DATE_EPOCH: '0' }))).toBe('1970-01-01');
  expect(chooseToday('2027-02-28', within({ SOURCE_DATE_EPOCH: '0' }))).toBe('2027-02-28');
});

test.each(['2026-02-30', '2026-13-01', 'tomorrow', '26-01-01', '2026-1-1', '2026-01-01T00:00', ' '])(
  '%j is no day',
  (text) => {
    expect(() => chooseToday(text, within({}))).toThrow('is no day');
  },
);

test.each(['soon', '-1', '1.5', '1e3', '99999999999999', 'NaN'])('SOURCE_DATE_EPOCH %j is refused', (epoch) => {
  expect(() => chooseToday(undefined, within({ SOURCE_DATE_EPOCH: epoch }))).toThrow('SOURCE_DATE_EPOCH');
});
