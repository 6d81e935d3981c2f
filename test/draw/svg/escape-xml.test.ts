import { escapeXml } from '../../../src/draw/svg/escape-xml.js';
import { linked, safeLink } from '../../../src/draw/svg/safe-link.js';
import { decimal, tag, textTag } from '../../../src/draw/svg/tag.js';

describe('escapeXml', () => {
  test.each([
    ['<script>alert("x")</script>', '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;'],
    ["a &amp; 'b'", 'a &amp;amp; &#39;b&#39;'],
    [']]>', ']]&gt;'],
    ['null\u0000 bell\u0007', 'null  bell '],
    ['half \uD83D', 'half \uFFFD'],
    ['nothing \uFFFF', 'nothing  '],
    ['🚀 支払い', '🚀 支払い'],
  ])('%j becomes %j', (raw, escaped) => {
    expect(escapeXml(raw)).toBe(escaped);
  });
});

describe('tag', () => {
  test('escapes attributes, leaves out what is undefined', () => {
    expect(tag('a', { href: '"><b', id: undefined })).toBe('<a href="&quot;&gt;&lt;b"/>');
    expect(textTag('text', {}, '<b>')).toBe('<text>&lt;b&gt;</text>');
    expect(textTag('text', {}, '')).toBe('');
  });

  test.each([
    [1, '1'],
    [1.005, '1'],
    [0.1 + 0.2, '0.3'],
    [-0.001, '0'],
    [1e-9, '0'],
    [12345.678, '12345.68'],
  ])('%d is written %s', (value, written) => {
    expect(decimal(value)).toBe(written);
  });
});

describe('safeLink', () => {
  test.each([
    'docs/rules/x.md',
    './a',
    '../a#b',
    '#a',
    '?q=1:2',
    '/a/b',
    'https://example.com/a?b=c',
    'HTTPS://EXAMPLE.COM',
  ])('%s is followed', (address) => {
    expect(safeLink(address)).toBe(address);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'http://example.com',
    'file:///etc/passwd',
    '//example.com',
    '/\\example.com',
    '\\\\example.com',
    'https:\\\\example.com',
    'vbscript:x',
    '',
  ])('%j is not', (address) => {
    expect(safeLink(address)).toBeUndefined();
    expect(linked(address, '<g/>')).toBe('<g/>');
  });
});
