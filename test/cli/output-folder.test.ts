import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOutputFolder } from '../../src/cli/output-folder.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'stanchion-output-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

test('a file is written whole, its folders made, no temporary file left', () => {
  const output = openOutputFolder('out', cwd);
  expect(output.write('shop/overview.svg', '<svg/>')).toBe('out/shop/overview.svg');
  expect(output.write('shop/overview.svg', '<svg>2</svg>')).toBe('out/shop/overview.svg');
  expect(readFileSync(join(cwd, 'out/shop/overview.svg'), 'utf8')).toBe('<svg>2</svg>');
  expect(readdirSync(join(cwd, 'out/shop'))).toEqual(['overview.svg']);
});

test('bytes are written as they are', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  openOutputFolder('out', cwd).write('shop/overview.png', bytes);
  expect(Uint8Array.from(readFileSync(join(cwd, 'out/shop/overview.png')))).toEqual(bytes);
  expect(readdirSync(join(cwd, 'out/shop'))).toEqual(['overview.png']);
});

test.each(['../x.svg', 'a/../../x.svg', '.', ''])('%j does not leave the folder', (path) => {
  expect(() => openOutputFolder('out', cwd).write(path, 'x')).toThrow('outside');
  expect(readdirSync(cwd)).toEqual([]);
});

test('a link below the output folder is not followed', () => {
  mkdirSync(join(cwd, 'elsewhere'));
  mkdirSync(join(cwd, 'out'));
  symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out/shop'));
  expect(() => openOutputFolder('out', cwd).write('shop/report.md', 'x')).toThrow('symbolic link');
  expect(readdirSync(join(cwd, 'elsewhere'))).toEqual([]);
});

test('a link in place of the output folder is followed where the folder was named, and refused where not', () => {
  mkdirSync(join(cwd, 'elsewhere'));
  symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'output'));
  expect(() => openOutputFolder(undefined, cwd).write('shop/report.md', 'x')).toThrow('symbolic link');
  expect(readdirSync(join(cwd, 'elsewhere'))).toEqual([]);
  openOutputFolder('output', cwd).write('shop/report.md', 'x');
  expect(readdirSync(join(cwd, 'elsewhere'))).toEqual(['shop']);
});

test('the temporary files of runs that were ended are taken away, those of others are not', () => {
  mkdirSync(join(cwd, 'out'));
  const longAgo = new Date('2020-01-01');
  const ended = 2 ** 22 + 1;
  for (const name of [`.old.md.${ended}.tmp`, `.running.md.${process.ppid}.tmp`, 'notes.tmp']) {
    writeFileSync(join(cwd, 'out', name), 'half');
    utimesSync(join(cwd, 'out', name), longAgo, longAgo);
  }
  writeFileSync(join(cwd, `out/.young.md.${ended}.tmp`), 'half');
  openOutputFolder('out', cwd).write('report.md', 'new');
  const left = [`.running.md.${process.ppid}.tmp`, `.young.md.${ended}.tmp`, 'notes.tmp', 'report.md'];
  expect(readdirSync(join(cwd, 'out')).sort()).toEqual(left.sort());
});

test('a link in place of the temporary file is replaced, not written through', () => {
  mkdirSync(join(cwd, 'out'));
  writeFileSync(join(cwd, 'precious'), 'precious');
  symlinkSync(join(cwd, 'precious'), join(cwd, `out/.report.md.${process.pid}.tmp`));
  openOutputFolder('out', cwd).write('report.md', 'new');
  expect(readFileSync(join(cwd, 'precious'), 'utf8')).toBe('precious');
  expect(readdirSync(join(cwd, 'out'))).toEqual(['report.md']);
});

test('a link in place of the file is replaced, not written through', () => {
  mkdirSync(join(cwd, 'out'));
  writeFileSync(join(cwd, 'precious'), 'precious');
  symlinkSync(join(cwd, 'precious'), join(cwd, 'out/report.md'));
  openOutputFolder('out', cwd).write('report.md', 'new');
  expect(readFileSync(join(cwd, 'precious'), 'utf8')).toBe('precious');
  expect(readFileSync(join(cwd, 'out/report.md'), 'utf8')).toBe('new');
});

test('what stands in the way is named', () => {
  writeFileSync(join(cwd, 'out'), 'a file');
  expect(() => openOutputFolder('out', cwd).write('shop/a.svg', 'x')).toThrow('a file stands where a folder is needed');
  mkdirSync(join(cwd, 'out2/a.svg'), { recursive: true });
  expect(() => openOutputFolder('out2', cwd).write('a.svg', 'x')).toThrow('a folder stands there');
  expect(readdirSync(join(cwd, 'out2'))).toEqual(['a.svg']);
});

test('the folder may be the root of the disk', () => {
  const name = join(cwd, 'shop/report.md').slice(1);
  openOutputFolder('/', cwd).write(name, 'x');
  expect(readFileSync(join(cwd, 'shop/report.md'), 'utf8')).toBe('x');
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('a place where no folder can be made is an error, and no endless wait', () => {
  expect(() => openOutputFolder('/proc/x', cwd).write('shop/overview.svg', '<svg/>')).toThrow(
    "'/proc/x/shop/overview.svg' cannot be written: no folder can be made there.",
  );
});
