import { architecture, http } from 'stanchion';
import { collect } from '../../src/vocabulary/collect.js';
import { messagesOf, problemsOf, unchecked } from '../support/problems-of.js';

describe('names', () => {
  test.each([
    ['', 'The name of a server must not be empty.'],
    ['  ', 'The name of a server must not be empty.'],
    ['a/b', "The name of a server must not contain '/': 'a/b'."],
    ['../etc', "The name of a server must not contain '/': '../etc'."],
    ['a\nb', "The name of a server must be one line of printable characters: 'a\uFFFDb'."],
    ['\u001b[31m', "The name of a server must be one line of printable characters: '\uFFFD[31m'."],
    ['half \ud83d', "The name of a server must be one line of printable characters: 'half \uFFFD'."],
    ['n'.repeat(10_000), 'The name of a server must not be longer than 200 characters; this one has 10000.'],
    [undefined, 'The name of a server must be a text, not undefined.'],
    [{}, 'The name of a server must be a text, not an object.'],
    [() => 1, 'The name of a server must be a text, not a function.'],
  ])('%j', (name, message) => {
    expect(messagesOf((site) => site.server(unchecked(name)))).toEqual([message]);
  });

  test.each([
    'Сервер',
    'خادم',
    '服务器',
    '👩‍💻',
    '<script>',
    '"quoted" \'name\'',
    'a & b',
    '__proto__',
    'constructor',
    '..',
  ])('%j is one', (name) => {
    const site = architecture(name);
    site.server(name).webServer(name, { listens: http() });
    const { documents, problems } = collect(site);
    expect(problems).toEqual([]);
    expect(documents[0]?.elements.map(({ id }) => id)).toEqual([name, `${name}/${name}`]);
  });

  test('twice in one place', () => {
    const problems = problemsOf((site) => {
      const server = site.server('front');
      server.webServer('web');
      server.appServer('web');
    });
    expect(problems).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^'web' stands twice in 'front' \(first in line \d+\)\.$/),
        hint: 'Give one of them another name.',
        line: expect.any(Number),
        column: expect.any(Number),
        file: expect.stringContaining('names.test'),
      }),
    ]);
  });

  test('twice on the site', () => {
    expect(messagesOf((site) => [site.user('a'), site.user('a')])).toEqual([
      expect.stringContaining("'a' stands twice in the architecture"),
    ]);
  });

  test('the same in different places is no mistake', () => {
    expect(messagesOf((site) => site.servers(2, 'server', (server) => server.webServer('web')))).toEqual([]);
  });

  test('of an architecture', () => {
    const { documents, problems } = collect(architecture('a/b'));
    expect(documents).toEqual([]);
    expect(problems[0]?.message).toBe("The name of an architecture must not contain '/': 'a/b'.");
  });
});
