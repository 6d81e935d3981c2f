import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import {
  bullets,
  code,
  emphasis,
  heading,
  link,
  paragraph,
  quote,
  strong,
  table,
} from '../../../src/report/document/make-node.js';
import type { Inline } from '../../../src/report/document/tree.js';
import { linkTarget, plainLine } from '../../../src/report/markdown/escape-markdown.js';
import { toMarkdown } from '../../../src/report/markdown/to-markdown.js';
import { hostileName } from '../support.js';

/** What a reader of Markdown with GitHub's extensions makes of it: the types of all tokens, and the text. */
function read(markdown: string): { readonly types: readonly string[]; readonly text: string } {
  const types = new Set<string>();
  let text = '';
  const marked = new Marked({ gfm: true });
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    types.add(token.type);
    const isLeaf = !('tokens' in token && token.tokens);
    if (isLeaf && ['text', 'escape', 'codespan'].includes(token.type) && 'text' in token) text += token.text;
  });
  return { types: [...types].filter((type) => type !== 'space'), text };
}

const shown = (text: string) => plainLine(text).trim();

const hostile = [
  hostileName,
  '# not a heading',
  '#',
  'ends in ##',
  '- not a list',
  '+ not a list',
  '* not a list',
  '1. not a list',
  '1) not a list',
  '> not a quote',
  '---',
  '- - -',
  '===',
  '```',
  '~~~',
  '    code',
  '\tcode',
  'a | b',
  '| a | b |',
  '![picture](https://example.org/x.png)',
  '[link]: https://example.org',
  '[x] done',
  '<https://example.org>',
  '<!-- gone -->',
  'https://example.org and http://example.org and www.example.org and WWW.EXAMPLE.ORG and ftp://example.org',
  'a@example.org, a.b-c@example.org, mailto:a@example.org',
  'line\nbreak\r\nagain\u2028and\u0085on',
  'two  spaces at the end  ',
  'a backslash at the end\\',
  '&lt;b&gt; &#60; &copy &copy; &x',
  '~~gone~~ __strong__ *em* _em_ snake_case_name **b**',
  '$a$ and $$b$$',
  '\\',
  '`',
  '`` ` ``',
  '../../etc/passwd',
  '\u202eabc\u202c \u2066x\u2069 \u200f',
  '\u001b[31mred\u001b[0m \u0007 \u0000',
  '\ud800 half',
  'שלום עולם',
  '日本語 🚀',
  'x'.repeat(10_000),
];

describe('toMarkdown', () => {
  test.each(hostile)('reads %j as nothing but its text, in every place', (name) => {
    const words = { types: ['paragraph', 'text', 'escape'], inline: ['text', 'escape'] };
    const places = [
      [paragraph(name), words.types],
      [heading(3, name), ['heading', ...words.inline]],
      [bullets([name]), ['list', 'list_item', ...words.inline]],
      [quote(name), ['blockquote', ...words.types]],
      [paragraph(strong(name)), ['strong', ...words.types]],
      [paragraph(emphasis(name)), ['em', ...words.types]],
      [paragraph('An ', link('https://example.org', name)), ['link', ...words.types]],
      [paragraph('A ', code(name)), ['codespan', ...words.types]],
    ] as const;
    for (const [node, allowed] of places) {
      const { types, text } = read(toMarkdown([node]));
      expect(types.filter((type) => !(allowed as readonly string[]).includes(type))).toEqual([]);
      expect(text.replace(/^An? /, '')).toBe(shown(name));
    }
  });

  test.each(hostile)('keeps %j in one cell of a table', (name) => {
    const markdown = toMarkdown([table(['a', name], [[name, [code(name)]]])]);
    const [found] = new Marked({ gfm: true }).lexer(markdown);
    expect(found?.type).toBe('table');
    expect(found && 'rows' in found ? found.rows.map((row: unknown[]) => row.length) : []).toEqual([2]);
    expect(read(markdown).text.toLowerCase()).toBe(`a${shown(name).repeat(3)}`.toLowerCase());
  });

  test('reads any text as nothing but its text', () => {
    const awkward = fc.array(fc.constantFrom(...'\\`*_[]<>()#+-!|~&;:@.$=/"\'\n\t 1axw'), { maxLength: 24 });
    const texts = fc.oneof(
      awkward.map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { types, text: seen } = read(toMarkdown([paragraph('x'), paragraph(text), paragraph('y')]));
        expect(types.filter((type) => !['paragraph', 'text', 'escape'].includes(type))).toEqual([]);
        expect(seen).toBe(`x${shown(text)}y`);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  test('fences code with more backticks than it holds', () => {
    expect(toMarkdown([paragraph(code('a `` b'))])).toBe('```a `` b```\n');
    expect(toMarkdown([paragraph(code('`x`'))])).toBe('`` `x` ``\n');
    expect(toMarkdown([paragraph(code('a|b'))])).toBe('`a|b`\n');
  });

  test('keeps the spaces between the parts of a line', () => {
    const address = 'https://example.org/1';
    const parts: Inline[] = [strong('Impact.'), ' It stops. ', code('id'), ' · ', link(address, 'CWE-1')];
    expect(toMarkdown([paragraph(...parts)])).toBe(`**Impact.** It stops. \`id\` · [CWE-1](${address})\n`);
  });

  test('writes one blank line between blocks and one line break at the end', () => {
    const nodes = [
      heading(2, 'Findings'),
      bullets(['one', 'two']),
      { type: 'picture', file: 'a.svg', alt: 'A' } as const,
    ];
    expect(toMarkdown(nodes)).toBe('## Findings\n\n- one\n- two\n\n![A](a.svg)\n');
    expect(toMarkdown([])).toBe('');
  });

  test('leads links to headings of the document, also where two have one text', () => {
    const nodes = [heading(2, 'Same!'), heading(2, 'Same!', 'second'), paragraph(link('#second', 'there'))];
    expect(toMarkdown(nodes)).toContain('[there](#same-1)');
  });

  test('leads nowhere where an address may not be followed', () => {
    expect(toMarkdown([paragraph(link('javascript:alert(1)', 'here'))])).toBe('here\n');
    expect(toMarkdown([{ type: 'picture', file: 'javascript:x', alt: 'A [picture]' }])).toBe('A \\[picture\\]\n');
  });
});

describe('linkTarget', () => {
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//example.org',
    '/\\example.org',
    'http://example.org',
    'https:example.org',
    'https://',
    '',
    '\\\\host',
    '\ud800',
  ])('refuses %j', (to) => expect(linkTarget(to)).toBeUndefined());

  test.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['overview.svg', 'overview.svg'],
    ['../a/b.md#c', '../a/b.md#c'],
    ['#findings', '#findings'],
    ['https://example.org/(x)', 'https://example.org/%28x%29'],
    ['a"onload=x', 'a%22onload=x'],
  ])('takes %j as %j', (to, target) => expect(linkTarget(to)).toBe(target));
});
