import { defineRule } from '../../src/rules-api.js';

const words = { severity: 'high', summary: 's', impact: 'i', remedy: 'r', references: [] } as const;

test('reads its messages, slots and options from the definition', () => {
  const rule = defineRule({
    ...words,
    id: 'test/slots',
    options: { days: 30 },
    messages: { plain: '{{a}} needs {{b}}.', none: 'Nothing.' },
    check({ options, report }) {
      const days: number = options.days;
      report({ message: 'plain', data: { a: 'x', b: days } });
      report({ message: 'none' });
    },
  });
  expect(rule).toMatchObject({ id: 'test/slots', family: 'test', options: { days: 30 }, runsLast: false });
});

test('a wrong or missing slot, message or option does not compile', () => {
  const rule = defineRule({
    ...words,
    id: 'test/wrong',
    options: { days: 30 },
    messages: { plain: '{{a}} needs {{b}}.', none: 'Nothing.' },
    check({ options, report }) {
      // @ts-expect-error slot b is missing
      report({ message: 'plain', data: { a: 'x' } });
      // @ts-expect-error there is no slot c
      report({ message: 'plain', data: { a: 'x', b: 'y', c: 'z' } });
      // @ts-expect-error the slots are missing
      report({ message: 'plain' });
      // @ts-expect-error this message has no slots
      report({ message: 'none', data: { a: 'x' } });
      // @ts-expect-error there is no such message
      report({ message: 'plein', data: { a: 'x', b: 'y' } });
      // @ts-expect-error there is no such option
      options.hours;
      // @ts-expect-error a slot takes no object
      report({ message: 'plain', data: { a: {}, b: 'y' } });
    },
  });
  expect(rule.id).toBe('test/wrong');
});

test('an unknown fact does not compile, an own one with its words does', () => {
  const rule = defineRule({
    ...words,
    id: 'test/facts',
    messages: {},
    check({ model, unknown }) {
      const [element] = model.elements;
      if (!element) return;
      unknown(element, 'expires');
      unknown(element, { fact: 'colour', wanted: 'State its colour.' });
      // @ts-expect-error not among the facts that are known
      unknown(element, 'colour');
    },
  });
  expect(rule.messages).toEqual({});
});

test.each(['noFamily', 'a/b/c', 'Big/id', 'a/', '/b', 'a b/c'])('refuses the id %s', (id) => {
  expect(() => defineRule({ ...words, id, messages: {}, check() {} })).toThrow(/family\/name/);
});

test('references carry their framework with its edition', () => {
  const references = [
    'CWE-319',
    'NIST SC-8(1)',
    'STRIDE:I',
    'AWS SEC09-BP02',
    'CIS 3.10',
    'ASVS 12.3.3',
    'ISO A.8.14',
    'house rule 7',
  ];
  const rule = defineRule({ ...words, id: 'test/references', references, messages: {}, check() {} });
  expect(rule.references.map(({ id, framework }) => `${id}: ${framework}`)).toEqual([
    'CWE-319: Common Weakness Enumeration 4.18',
    'NIST SC-8(1): NIST SP 800-53 r5',
    'STRIDE:I: STRIDE',
    'AWS SEC09-BP02: AWS Well-Architected Framework, May 2026',
    'CIS 3.10: CIS Controls v8.1',
    'ASVS 12.3.3: OWASP ASVS 5.0',
    'ISO A.8.14: ISO/IEC 27001:2022, Annex A',
    'house rule 7: other',
  ]);
  expect(rule.references[0]?.url).toBe('https://cwe.mitre.org/data/definitions/319.html');
});

test.each<[object, RegExp]>([
  [{ id: 'x' }, /family\/name in small letters, not "x"/],
  [{ id: undefined }, /family\/name in small letters/],
  [{ severity: 'lo' }, /needs one of critical, high, medium, low as 'severity', not "lo"/],
  [{ remedy: undefined }, /needs a sentence as 'remedy', not nothing/],
  [{ references: undefined }, /needs a list of texts, which may be empty, as 'references'/],
  [{ messages: { a: 3 } }, /needs an object of texts as 'messages'/],
  [{ messages: undefined }, /needs an object of texts as 'messages', not nothing/],
  [{ check: undefined }, /the rule test\/x needs a function as 'check'/],
])('says which part of a definition is wrong: %j', (given, message) => {
  const whole = { ...words, id: 'test/x', messages: {}, check: () => {} };
  expect(() => defineRule({ ...whole, ...given } as typeof whole)).toThrow(message);
});
