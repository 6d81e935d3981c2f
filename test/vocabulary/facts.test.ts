import { architecture, each, https } from 'stanchion';
import { messagesOf, problemsOf, unchecked } from '../support/problems-of.js';

describe('facts', () => {
  test.each([
    [
      { supportedUntil: '2026-02-30' },
      "'supportedUntil' of 'web' must be a day of the calendar, such as '2027-03-02', not '2026-02-30'.",
    ],
    [
      { supportedUntil: '2026-13-01' },
      "'supportedUntil' of 'web' must be a day of the calendar, such as '2027-03-02', not '2026-13-01'.",
    ],
    [{ mtbf: '-5 min' }, "'mtbf' of 'web' must be a duration, such as '15 min' or '30 days', not '-5 min'."],
    [{ mttr: 'Infinity h' }, "'mttr' of 'web' must be a duration, such as '15 min' or '30 days', not 'Infinity h'."],
    [{ mttr: 900 }, "'mttr' of 'web' must be a duration, such as '15 min' or '30 days', not 900."],
    [{ memory: '16 GB' }, "'memory' of 'web' must be a size, such as '16 GiB', not '16 GB'."],
    [{ availability: 99.9 }, "'availability' of 'web' must be a ratio from 0 to 1, not 99.9."],
    [{ instances: 0 }, "'instances' of 'web' must be a whole number, 1 or more, or { min, max } of such, not 0."],
    [{ instances: 1.5 }, "'instances' of 'web' must be a whole number, 1 or more, or { min, max } of such, not 1.5."],
    [
      { instances: { min: 3, max: 2 } },
      "'instances' of 'web' must be a whole number, 1 or more, or { min, max } of such, not an object.",
    ],
    [{ cpus: Number.POSITIVE_INFINITY }, "'cpus' of 'web' must be a number above 0, not Infinity."],
    [{ capacity: { requestsPerSecond: -1 } }, "'requestsPerSecond' of 'web' must be a number above 0, not -1."],
    [{ owner: Symbol('me') }, "'owner' of 'web' cannot be Symbol(me)."],
    [{ owner: null }, "'owner' of 'web' cannot be null."],
    [{ owner: 10n }, "'owner' of 'web' cannot be 10."],
    [{ why: () => 'because' }, "'why' of 'web' cannot be a function."],
    [{ listens: 'http' }, "What is said of the listeners of 'web' must be written as { name: value }, not as 'http'."],
    [{ listens: { plain: 80 } }, "'listens' of 'web' must be a listener or named listeners; 'plain' is 80."],
    [{ standsIn: 'rack 1' }, "'standsIn' of 'web' must be an element of this architecture, not 'rack 1'."],
    ['production', "What is said of 'web' must be written as { name: value }, not as 'production'."],
  ])('%p', (facts, message) => {
    expect(messagesOf((site) => site.webServer('web', unchecked<object>(facts)))).toEqual([message]);
  });

  test('a certificate that runs out before it was issued', () => {
    expect(messagesOf((site) => site.certificate('shop', { issued: '2026-09-01', expires: '2026-08-31' }))).toEqual([
      "'shop' expires on 2026-08-31, before it was issued (2026-09-01).",
    ]);
  });

  test('two figures for one thing', () => {
    expect(messagesOf((site) => site.server('server', { availability: 0.99, unavailability: 0.02 }))).toEqual([
      "'server' says 'availability' and 'unavailability': say one.",
    ]);
  });

  test('a list that contains itself', () => {
    const tags: unknown[] = [];
    tags.push(tags);
    expect(messagesOf((site) => site.server('server', { tags: unchecked(tags) }))).toEqual([
      "'tags' of 'server' cannot be an array.",
    ]);
  });

  test('an element of another architecture', () => {
    const rack = architecture('other').failureDomain('rack');
    expect(messagesOf((site) => site.server('server', { standsIn: rack }))).toEqual([
      "'standsIn' of 'server' must be an element of this architecture, not one of another.",
    ]);
  });

  test('https with what is no certificate', () => {
    const listens = https(unchecked(architecture('other').certificate('shop')));
    expect(problemsOf((site) => site.webServer('web', { listens }))).toMatchObject([
      {
        message: "https(…) of 'web' needs a certificate of this architecture, not an object.",
        hint: "Create one with site.certificate('www.example.org').",
      },
    ]);
  });

  test('all of them are told at once', () => {
    const messages = messagesOf((site) => {
      site.server('');
      site.webServer('web', { instances: -1, mtbf: unchecked('soon') });
      each([]);
    });
    expect(messages).toHaveLength(4);
  });
});
