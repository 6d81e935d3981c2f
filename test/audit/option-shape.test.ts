import { checkOptions } from '../../src/audit/option-shape.js';
import { defineRule } from '../../src/rules-api.js';

const rule = defineRule({
  id: 'test/options',
  severity: 'low',
  summary: 's',
  impact: 'i',
  remedy: 'r',
  references: [],
  options: {
    days: 30,
    shift: -1,
    strict: true,
    within: '5 min',
    age: 3 as number | string,
    name: 'x',
    kinds: ['server'] as readonly string[],
    pairs: [['a', 'b']] as readonly (readonly string[])[],
    needed: { server: ['cpu'] } as Readonly<Record<string, readonly string[]>>,
    any: [] as readonly unknown[],
    open: undefined as unknown,
    none: null as unknown,
    mixed: [3, 'x'] as readonly unknown[],
    delay: 0,
  },
  optionExamples: { age: ['26 weeks'] },
  checkOptions: ({ days }) => (days > 400 ? 'nobody waits so many days.' : undefined),
  messages: {},
  check() {},
});

test.each<[object]>([
  [{}],
  [{ days: 0, shift: -2, strict: false, name: '' }],
  [{ within: '2 h', age: 4 }],
  [{ age: '2 years' }],
  [{ kinds: [], pairs: [['c', 'd']], needed: { database: [] }, any: [1, 'x'] }],
  [{ open: 3, none: 'x', mixed: ['y', 4] }],
])('%j will do', (options) => {
  expect(checkOptions({ ...options }, rule)).toEqual([]);
});

test.each<[object, string]>([
  [{ days: '3' }, "The option 'days' of test/options has to be a number."],
  [{ days: Number.NaN }, "The option 'days' of test/options has to be a number."],
  [{ days: Number.POSITIVE_INFINITY }, "The option 'days' of test/options has to be a number."],
  [{ delay: -1 }, "The option 'delay' of test/options cannot be negative."],
  [{ within: 3 }, "The option 'within' of test/options has to be a duration, such as '5 min'."],
  [{ mixed: [true] }, "The option 'mixed' of test/options has to hold values like those of its default."],
  [{ needed: null }, "The option 'needed' of test/options has to be an object."],
  [{ days: -1 }, "The option 'days' of test/options cannot be negative."],
  [{ within: 'soon' }, "The option 'within' of test/options has to be a duration, such as '5 min'."],
  [{ age: 'soon' }, "The option 'age' of test/options has to be a number."],
  [{ strict: 1 }, "The option 'strict' of test/options has to be true or false."],
  [{ name: null }, "The option 'name' of test/options has to be a text."],
  [{ kinds: 'server' }, "The option 'kinds' of test/options has to be a list."],
  [{ kinds: { 0: 'server' } }, "The option 'kinds' of test/options has to be a list."],
  [{ kinds: [3] }, "The option 'kinds' of test/options has to hold values like those of its default."],
  [{ pairs: ['a'] }, "The option 'pairs' of test/options has to hold values like those of its default."],
  [{ needed: ['cpu'] }, "The option 'needed' of test/options has to be an object."],
  [{ needed: { server: 'cpu' } }, "The option 'needed' of test/options has to hold values like those of its default."],
  [{ days: 401 }, 'The options of test/options do not do: nobody waits so many days.'],
])('%j will not', (options, message) => {
  expect(checkOptions({ ...options }, rule)).toEqual([{ message }]);
});

test('a name that does not exist is told with the nearest, or with those there are', () => {
  expect(checkOptions({ dais: 3 }, rule)).toEqual([
    { message: "There is no option of test/options 'dais'.", hint: "Did you mean 'days'?" },
  ]);
  expect(checkOptions({ colour: 3 }, rule)[0]?.hint).toMatch(/^It has days, shift, /);
  const without = { ...rule, options: {} };
  expect(checkOptions({ dais: 3 }, without)).toEqual([
    { message: "There is no option of test/options 'dais'.", hint: 'It has none.' },
  ]);
  expect(checkOptions({ toString: 3 }, rule)).toHaveLength(1);
});
