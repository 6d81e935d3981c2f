import { readFileSync } from 'node:fs';
import { auditSource, notPrinted } from './audit-source.js';
import { blocksOf, readPage } from './read-page.js';

const page = readPage('README.md');
const [model = ''] = blocksOf(page, 'ts');

test('the model of the README loads, and is as short as it should be', async () => {
  expect(model.trim().split('\n').length).toBeLessThanOrEqual(22);
  expect((await auditSource('shop.arch.ts', model)).findings.length).toBeGreaterThan(0);
});

test('what the README shows as printed is printed', async () => {
  const audited = await auditSource('shop.arch.ts', model);
  const excerpts = blocksOf(page, 'text');
  expect(excerpts.length).toBeGreaterThan(0);
  expect(excerpts.flatMap((excerpt) => notPrinted(excerpt.trimEnd(), audited))).toEqual([]);
});

test('no finding is left out of what the README shows', async () => {
  const { findings } = await auditSource('shop.arch.ts', model);
  const shown = blocksOf(page, 'text').join('\n');
  expect(findings.filter(({ message }) => !shown.includes(message))).toEqual([]);
});

test('the model behind the picture is as long as the README says', () => {
  const [, lines] =
    readFileSync('README.md', 'utf8').match(/a file of (\d+) lines\]\(models\/secured-and-monitored/) ?? [];
  expect(Number(lines)).toBe(readFileSync('models/secured-and-monitored.ts', 'utf8').trimEnd().split('\n').length);
});

test('the version in the README is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(blocksOf(page, 'sh').join('')).toContain(`stanchion-${version}.tgz`);
});

test('the README is short', () => {
  expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThanOrEqual(125);
});
