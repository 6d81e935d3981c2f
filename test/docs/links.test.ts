import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands } from '../../src/cli/commands/index.js';
import { blocksOf, readPage } from './read-page.js';

const pages = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file))
    .sort(),
];

const scripts = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts);

/** Of npm itself, and of what gets the repository here. */
const others = /^(npm (install|pack|ci)|git clone|cd)\b/;

function proseOf(page: string): string {
  return readPage(page)
    .map(({ prose }) => prose)
    .join('\n');
}

function targets(page: string): readonly string[] {
  const inMarkdown = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const inHtml = [...proseOf(page).matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(([, target = '']) => target);
  return [...inMarkdown, ...inHtml].filter((target) => !/^(https?|mailto):/.test(target));
}

/** As code hosts make them of headings. */
function anchors(page: string): readonly string[] {
  return readPage(page).map(({ title }) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function isBroken(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(file)) return true;
  return anchor !== undefined && !anchors(file).includes(anchor);
}

test.each(pages)('every link and picture of %s leads somewhere', (page) => {
  expect(targets(page).filter((target) => isBroken(page, target))).toEqual([]);
});

/** The commands of the blocks, and those in the text. */
function commandsShown(page: string): readonly string[] {
  const lines = blocksOf(readPage(page), 'sh').flatMap((code) => code.split('\n'));
  const inline = [...proseOf(page).matchAll(/`((?:npx )?stanchion [^`]+)`/g)].map(([, command = '']) => command);
  return [...lines, ...inline].map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

function isKnown(line: string): boolean {
  const own = line.match(/^(?:npx )?stanchion (\S+)/)?.[1];
  if (own !== undefined) return own.startsWith('-') || Object.hasOwn(commands, own);
  const script = line.match(/^npm (?:run (?:-s )?)?(\S+)/)?.[1];
  return (script !== undefined && scripts.includes(script)) || others.test(line);
}

test.each(pages)('every command that %s shows is one', (page) => {
  expect(commandsShown(page).filter((line) => !isKnown(line))).toEqual([]);
});

test('a link that leads nowhere and a command that is none would be noticed', () => {
  expect(isBroken('README.md', 'docs/nowhere.md')).toBe(true);
  expect(isBroken('README.md', 'docs/tutorial.md#nowhere')).toBe(true);
  expect(isBroken('README.md', 'docs/tutorial.md#glossary')).toBe(false);
  expect(['stanchion aduit', 'npm run nothing', 'curl example.org'].filter(isKnown)).toEqual([]);
});
