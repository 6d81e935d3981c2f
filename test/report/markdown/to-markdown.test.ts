import { Marked, type Token } from 'marked';
import { code, heading, type Inline, link, list, paragraph, strong, table } from '../../../src/report/document/tree.js';
import { linkTarget } from '../../../src/report/markdown/escape-markdown.js';
import { toMarkdown } from '../../../src/report/markdown/to-markdown.js';
import { hostileName } from '../support.js';

/** What a reader of Markdown makes of it: the types of all tokens, and the text. */
function read(markdown: string): { types: Set<string>; text: string } {
  const types = new Set<string>();
  let text = '';
  const marked = new Marked({ gfm: true });
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    types.add(token.type);
    if (token.type === 'text' && !('tokens' in token && token.tokens)) text += token.text;
    if (token.type === 'escape') text += token.text;
  });
  return { types, text };
}

const hostile = [
  hostileName,
  '# not a heading',
  '- not a list',
  '1. not a list',
  '1) not a list',
  '> not a quote',
  '---',
  '===',
  '```',
  'a | b',
  '![picture](https://example.org/x.png)',
  '[link]: https://example.org',
  'https://example.org and www.example.org and a@example.org',
  'line\nbreak',
  '&lt;b&gt; &#60;',
  '~~gone~~ __strong__ *em*',
  '\\',
  '../../etc/passwd',
];

describe('toMarkdown', () => {
  test.each(hostile)('reads %j as nothing but text', (name) => {
    const { types } = read(toMarkdown([paragraph(name)]));
    expect([...types].filter((type) => !['paragraph', 'text', 'escape', 'space'].includes(type))).toEqual([]);
  });

  test.each(hostile)('keeps %j in one cell of a table', (name) => {
    const markdown = toMarkdown([table(['a', 'b'], [[[name], [code(name)]]])]);
    const [found] = new Marked({ gfm: true }).lexer(markdown).filter((token) => token.type === 'table');
    expect(found).toMatchObject({ type: 'table' });
    expect(found && 'rows' in found ? found.rows.map((row: unknown[]) => row.length) : []).toEqual([2]);
  });

  test('keeps the words of a plain name', () => {
    expect(read(toMarkdown([paragraph('load balancer (eu-1), 50 %')])).text).toBe('load balancer (eu-1), 50 %');
  });

  test('fences code with more backticks than it holds', () => {
    expect(toMarkdown([paragraph(code('a `` b'))])).toBe('```a `` b```\n');
    expect(toMarkdown([paragraph(code('`x`'))])).toBe('`` `x` ``\n');
  });

  test('keeps the spaces between the parts of a line', () => {
    const parts: Inline[] = [
      strong('Impact.'),
      ' It stops. ',
      code('id'),
      ' · ',
      link('CWE-1', 'https://example.org/1'),
    ];
    expect(toMarkdown([paragraph(...parts)])).toBe('**Impact.** It stops. `id` · [CWE-1](https://example.org/1)\n');
  });

  test('writes headings and lists', () => {
    expect(toMarkdown([heading(2, 'Findings'), list([['one'], ['two']])])).toBe('## Findings\n\n- one\n- two\n');
  });

  test('takes a name of 10,000 characters', () => {
    expect(toMarkdown([paragraph('x'.repeat(10_000))])).toHaveLength(10_001);
  });
});

describe('linkTarget', () => {
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    '//example.org',
    'http://example.org',
    '',
    '\\\\host',
  ])('refuses %j', (to) => expect(linkTarget(to)).toBeUndefined());

  test.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['overview.svg', 'overview.svg'],
    ['#findings', '#findings'],
    ['https://example.org/(x)', 'https://example.org/%28x%29'],
  ])('takes %j as %j', (to, target) => expect(linkTarget(to)).toBe(target));
});
