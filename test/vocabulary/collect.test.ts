import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { architecture } from 'stanchion';
import type { ArchitectureDocument } from '../../src/graph/architecture.js';
import { validateDocument } from '../../src/graph/validate-document.js';
import { collect } from '../../src/vocabulary/collect.js';
import customRules from './custom-rules.js';
import everyKind from './every-kind.js';
import sample from './sample.js';

function documentOf(exported: unknown): ArchitectureDocument {
  const { documents, problems } = collect(exported);
  expect(problems).toEqual([]);
  return documents[0]!;
}

/** The files of positions without the folders of this machine. */
function portable(document: ArchitectureDocument): unknown {
  return JSON.parse(
    JSON.stringify(document, (key, value) => (key === 'file' ? basename(String(value)) : (value as unknown))),
  );
}

test.each([
  ['sample', sample],
  ['every-kind', everyKind],
])('%s gives the graph that is committed', (name, exported) => {
  const golden = new URL(`./golden/${name}.json`, import.meta.url);
  const made = portable(documentOf(exported));
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, `${JSON.stringify(made, null, 1)}\n`);
  expect(made).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
});

test.each([
  ['sample', sample],
  ['every-kind', everyKind],
  ['custom-rules', customRules],
])('%s is a valid document', (_, exported) => {
  expect(validateDocument(documentOf(exported))).toHaveProperty('document');
});

test('collecting twice gives the same', () => {
  expect(collect(sample)).toEqual(collect(sample));
});

describe('environments', () => {
  const shop = (summary: string) => architecture('shop', { summary });

  test('take their key where it is an environment and none is said', () => {
    const { documents, problems } = collect({ production: shop('large'), staging: shop('small') });
    expect(problems).toEqual([]);
    expect(documents.map(({ name, facts }) => [name, facts.environment])).toEqual([
      ['shop', 'production'],
      ['shop', 'staging'],
    ]);
  });

  test('keep what is said', () => {
    const { documents } = collect({ staging: architecture('shop', { environment: 'test' }) });
    expect(documents[0]?.facts.environment).toBe('test');
  });

  test('leave the environment open where the key is another word', () => {
    const { documents } = collect({ blue: architecture('blue shop'), green: architecture('green shop') });
    expect(documents.map(({ facts }) => facts.environment)).toEqual([undefined, undefined]);
  });

  test('must be told apart', () => {
    const { documents, problems } = collect({ blue: shop('one'), green: shop('other') });
    expect(documents.map(({ facts }) => facts.summary)).toEqual(['one']);
    expect(problems).toEqual([
      expect.objectContaining({
        message: "Two of the exported architectures are called 'shop' and stand for the same environment.",
        line: expect.any(Number),
      }),
    ]);
  });
});

describe('a default export that is none', () => {
  test.each([
    ['nothing', undefined, 'The module has no default export.'],
    ['null', null, 'The default export must be an architecture, not null.'],
    ['a number', 3, 'The default export must be an architecture, not 3.'],
    ['a function', () => 1, 'The default export must be an architecture, not a function.'],
    ['an array', [architecture('a')], 'The default export must be an architecture, not an array.'],
    ['a promise', Promise.resolve(), 'The default export must be an architecture, not a promise.'],
    [
      'an element',
      architecture('b').server('s'),
      'The default export must be an architecture, not one of its elements.',
    ],
    ['an empty object', {}, 'The default export is an empty object.'],
    ['other values', { production: 1 }, "The default export's 'production' must be an architecture, not 1."],
  ])('%s', (_, exported, message) => {
    const { documents, problems } = collect(exported);
    expect(documents).toEqual([]);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(problems[0]?.hint).toContain('export default site');
  });

  test('a proxy that throws', () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no\nkeys');
        },
      },
    );
    expect(collect(hostile)).toEqual({
      documents: [],
      problems: [expect.objectContaining({ message: expect.stringContaining('cannot be read') })],
    });
  });
});
