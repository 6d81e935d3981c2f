import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.js';

/** Put together from halves, so that this file does not find itself. */
const patterns = {
  'a path of one machine': new RegExp(
    ['/ho' + 'me/[a-z]', '/Us' + 'ers/[A-Za-z]', '/ro' + 'ot/', '/wo' + 'rk/', '[A-Z]:\\\\Us' + 'ers'].join('|'),
  ),
  'the host of a package registry': new RegExp(
    [
      'https?://[\\w.-]*registry\\.',
      'https?://registry[\\w.-]*',
      'https?://[\\w.-]*(artifactory|nexus|verdaccio)',
      'npm\\.pkg\\.github',
    ].join('|'),
  ),
};

const committed = git('ls-files', '--cached', '--others', '--exclude-standard');

test('the repository is a git checkout with files in it', () => {
  expect(committed.length).toBeGreaterThan(20);
});

test.each(Object.entries(patterns))('no committed file holds %s', (_, pattern) => {
  const found = committed
    .filter((file) => file !== 'test/architecture/committed-files.test.ts' && isText(file))
    .flatMap((file) =>
      linesOf(file).flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
  expect(found.map((line) => line.slice(0, 200))).toEqual([]);
});

test('the lock file names no host, so that any registry serves it', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved": "http');
});

function git(...args: string[]): string[] {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
}

function isText(file: string): boolean {
  const path = join(root, file);
  return !/\.(png|wasm|gz|zip|ttf|woff2?)$/.test(file) && existsSync(path) && statSync(path).isFile();
}

function linesOf(file: string): string[] {
  return readFileSync(join(root, file), 'utf8').split('\n');
}
