import { checkSettings, isAsked, type Settings, unknownRule } from '../../src/audit/settings.js';
import { speaksOf } from './rules.js';

const rule = speaksOf([]);
const off = { 'test/speaks': 'off' } as const;
const low = { 'test/speaks': 'low' } as const;

test.each<[Settings, boolean]>([
  [{}, true],
  [{ scopes: [{ severities: off }] }, true],
  [{ severities: low, scopes: [{ severities: off }] }, true],
  [{ severities: off }, false],
  [{ severities: off, scopes: [{}, { severities: { 'test/other': 'low' } }] }, false],
  [{ severities: off, scopes: [{ severities: off }] }, false],
  [{ severities: off, scopes: [{ severities: off }, { severities: low }] }, true],
])('under %j it is asked: %s', (settings, asked) => {
  expect(isAsked(settings, rule)).toBe(asked);
});

test('a rule is remembered by its name', () => {
  expect(unknownRule('speaks', ['test/other', 'test/speaks'])).toEqual({
    message: "There is no rule 'speaks'.",
    hint: "Did you mean 'test/speaks'?",
  });
});

test('each name that does not exist is told once, and nothing where all do', () => {
  expect(
    checkSettings({ severities: low, options: { 'test/speaks': {} }, scopes: [{ severities: off }] }, [rule]),
  ).toEqual([]);
  const wrong = { severities: { 'x/y': 'low' }, options: { 'x/y': { z: 1 } } } as const;
  expect(checkSettings(wrong, [rule]).map(({ message }) => message)).toEqual(["There is no rule 'x/y'."]);
  const severities = { 'test/speaks': 'hgih' } as never;
  expect(checkSettings({ severities }, [rule])).toEqual([
    { message: "There is no severity 'hgih'.", hint: "Did you mean 'high'?" },
  ]);
});
