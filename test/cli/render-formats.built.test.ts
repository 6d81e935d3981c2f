import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, bareFolder, command, servedFolder } from './built-command.js';
import { fragile, thrower } from './models.js';

let folder: BareFolder;
beforeAll(() => {
  folder = servedFolder({ 'shop.arch.ts': fragile });
});
afterAll(() => folder.remove());

const render = (...args: string[]) =>
  folder.stanchion(['render', 'shop.arch.ts', '--view', 'overview', '--today', '2026-01-31', ...args]);
const read = (file: string) => readFileSync(join(folder.path, file));

describe('formats', () => {
  test('one file for each, in one order, however they are asked for', () => {
    const listed = render('--format', 'mmd,png', '--format=dot', '--format', 'svg', '--format', 'svg', '--out', 'all');
    expect(listed).toEqual({
      exitCode: 0,
      stdout: ['svg', 'png', 'dot', 'mmd'].map((format) => `all/fragile-shop/overview.${format}\n`).join(''),
      stderr: '',
    });
    expect(read('all/fragile-shop/overview.svg').toString()).toMatch(/^<svg /);
    expect(read('all/fragile-shop/overview.png').subarray(1, 4).toString()).toBe('PNG');
    expect(read('all/fragile-shop/overview.dot').toString()).toContain('digraph stanchion {');
    expect(read('all/fragile-shop/overview.mmd').toString()).toContain('flowchart TB\n');
  });

  test('the SVG is the same as alone, the PNG the same in every run', () => {
    render('--format', 'svg,png', '--out', 'one');
    render('--format', 'png', '--out', 'two');
    render('--out', 'three');
    expect(Buffer.compare(read('one/fragile-shop/overview.png'), read('two/fragile-shop/overview.png'))).toBe(0);
    expect(Buffer.compare(read('one/fragile-shop/overview.svg'), read('three/fragile-shop/overview.svg'))).toBe(0);
    expect(readdirSync(join(folder.path, 'two/fragile-shop'))).toEqual(['overview.png']);
  });

  test('a theme, a direction, no icons', () => {
    const svg = (...args: string[]) => {
      expect(render(...args, '--out', 'looks').exitCode).toBe(0);
      return read('looks/fragile-shop/overview.svg').toString();
    };
    expect(svg('--theme', 'dark')).not.toContain('prefers-color-scheme');
    expect(svg('--theme', 'contrast')).toContain('#000000');
    expect(svg('--direction', 'LR')).toContain('read from left to right');
    expect(svg()).toContain('read from top to bottom');
    expect(svg('--embed-icons=none')).not.toContain('-icon-user');
  });
});

describe('what a PNG needs from this machine is told once', () => {
  test('fonts for scripts that ours lacks', () => {
    const foreign = fragile.replace("'nginx'", "'注文'").replace("'shop'", "'مستخدمو'");
    folder.write('foreign.ts', foreign.replace('Fragile', 'Foreign'));
    const args = ['foreign.ts', '--format', 'svg,png', '--scale', '0.5', '--out', 'foreign'];
    const { exitCode, stderr } = folder.stanchion(['render', ...args]);
    expect(exitCode).toBe(0);
    // Which fonts a machine has is its own affair: every script is told one way or the other.
    for (const script of ['Arabic', 'Chinese'])
      expect(stderr).toMatch(new RegExp(`(lacks|letters of) [\\w, ]*${script}`));
    const lines = stderr.trimEnd().split('\n');
    for (const line of lines) {
      expect(line).toMatch(
        /^(warning: (Inter, the font of pictures, lacks|No font of this machine has)| {2}(On|Install) )/,
      );
    }
    expect(lines.length).toBeLessThanOrEqual(4);
  });
});

describe('--check', () => {
  test('counts, and writes nothing', () => {
    const { exitCode, stdout, stderr } = folder.stanchion(['render', 'shop.arch.ts', '--check']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toMatch(/^fragile-shop overview: 0 overlaps, \d+ crossings?, \d+\.\d per line$/);
    expect(lines.length).toBeGreaterThan(1);
    expect(readdirSync(folder.path)).not.toContain('output');
  });

  test('a model that does not load is told, and the others are checked', () => {
    folder.write('broken.ts', thrower);
    const { exitCode, stdout, stderr } = folder.stanchion(['render', 'broken.ts', 'shop.arch.ts', '--check']);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('fragile-shop overview: 0 overlaps');
    expect(stderr).toContain('out of paper');
  });
});

describe('what cannot be is refused', () => {
  test.each([
    [['--format', 'pgn'], "'pgn' is no value of '--format'.", "Did you mean 'png'?"],
    [['--format', 'svg,pgn'], "'pgn' is no value of '--format'.", "Did you mean 'png'?"],
    [['--format', 'svg,'], "'' is no value of '--format'.", 'It takes svg, png, dot or mmd.'],
    [['--theme', 'drak'], "'drak' is no value of '--theme'.", "Did you mean 'dark'?"],
    [['--direction', 'lr'], "'lr' is no value of '--direction'.", "Did you mean 'LR'?"],
    [['--embed-icons', 'non'], "'non' is no value of '--embed-icons'.", "Did you mean 'none'?"],
    [['--format', 'png', '--scale', '0'], "'0' is no value of '--scale'.", 'It takes a number above 0'],
    [['--format', 'png', '--scale', 'abc'], "'abc' is no value of '--scale'.", 'It takes a number above 0'],
    [['--format', 'png', '--scale=-1'], "'-1' is no value of '--scale'.", 'It takes a number above 0'],
    [['--format', 'png', '--scale', '1e9'], "'1e9' is no value of '--scale'.", 'It takes a number above 0'],
    [['--format', 'png', '--scale', 'NaN'], "'NaN' is no value of '--scale'.", 'It takes a number above 0'],
    [['--format', 'png', '--width', '1.5'], "'1.5' is no value of '--width'.", '--width 1600'],
    [['--format', 'png', '--width', '999999'], 'at most 100 million are drawn.', /A scale of \d+(\.\d)? fits/],
    [['--format', 'png', '--scale', '999999'], 'at most 100 million are drawn.', /A scale of \d+(\.\d)? fits/],
    [['--format', 'png', '--width', '9', '--scale', '2'], 'both say how large', 'Leave out one'],
    [['--scale', '2'], "'--scale' is for PNG only.", '--format png --scale'],
    [['--format', 'dot', '--theme', 'dark'], 'themes of their own', 'for SVG and PNG'],
    [['--check', '--format', 'png'], "'--check' writes no files", 'Leave out one'],
  ] as const)('%j', (args, message, hint) => {
    const { exitCode, stdout, stderr } = render(...args, ...(args[0] === '--check' ? [] : ['--out', 'refused']));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(hint);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });
});

describe('what is not asked for is not read', () => {
  // What a process has read is told when it ends.
  const alone = bareFolder({ 'shop.arch.ts': fragile });
  afterAll(() => alone.remove());
  const loaded = (...args: string[]) => {
    const coverage = join(alone.path, 'loaded', args.join(' '));
    const { exitCode } = alone.stanchion(args, { env: { NODE_V8_COVERAGE: coverage } });
    expect(exitCode).toBe(0);
    return readdirSync(coverage)
      .map((file) => readFileSync(join(coverage, file), 'utf8'))
      .join('\n');
  };
  const others = /resvg|draw-png|write-dot|write-mermaid|font-files|check-pictures/;

  test('an SVG reads neither the renderer of PNG files nor the other writers', () => {
    const files = loaded('render', 'shop.arch.ts', '--view', 'overview', '--out', 'lazy');
    expect(files).toMatch(/dist\/command\/render-/);
    expect(files).not.toMatch(others);
    expect(loaded('render', 'shop.arch.ts', '--view', 'overview', '--out', 'lazy', '--format', 'png')).toMatch(others);
  });

  test('the first file of the command holds nothing that draws', () => {
    expect(readFileSync(command, 'utf8')).not.toMatch(/resvg|digraph|flowchart|viewBox/);
  });
});

describe('what is not as one might expect', () => {
  const withViews = (name: string) =>
    fragile
      .replace('Fragile', name)
      .replace("('nginx', {", "('nginx', { tags: ['orders'],")
      .replace('export default', "site.view('a, b', { tags: ['ordrs'] });\nexport default");

  test('a view that shows nothing, and a tag that no element has', () => {
    folder.write('views.ts', withViews('Viewed'));
    const { exitCode, stdout, stderr } = folder.stanchion(['render', 'views.ts', '--view', 'a, b', '--out', 'views']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'views/viewed-shop/view-a-b.svg\n' });
    expect(stderr).toContain("asks for the tag 'ordrs', which no element has.\n  Did you mean 'orders'?\n");
    expect(stderr).toContain("warning: The view 'a, b' of 'Viewed shop' shows no element: the picture is empty.\n");
  });

  test("a file's name asks for its picture", () => {
    folder.write('views.ts', withViews('Viewed'));
    const asked = (view: string) => folder.stanchion(['render', 'views.ts', '--view', view, '--out', 'views']);
    expect(asked('data,view-a-b.svg').stdout).toBe('views/viewed-shop/data.svg\nviews/viewed-shop/view-a-b.svg\n');
    expect(asked('view-ab').stderr).toContain("Did you mean 'view-a-b'?");
  });

  test('lines that are drawn straight; of thousands of overlaps the first are told', () => {
    const servers = Array.from(
      { length: 130 },
      (_, index) => `const s${index} = site.server('server ${index}').webServer('web ${index}', { listens: http() });
visitor.visits(s${index});`,
    );
    folder.write(
      'wide.ts',
      `import { architecture, http } from 'stanchion';
const site = architecture('Wide shop');
const visitor = site.user('visitor');
${servers.join('\n')}
export default site;
`,
    );
    const args = ['render', 'wide.ts', '--view', 'overview', '--no-fold'];
    const { exitCode, stdout, stderr } = folder.stanchion([...args, '--check']);
    expect(stderr).toMatch(
      /^warning: 'Wide shop — overview' has 131 cards and \d+ lines: its lines are drawn straight/,
    );
    expect(exitCode).toBe(1);
    expect(stdout.trim().split('\n').length).toBeLessThanOrEqual(22);
    expect(stdout).toMatch(/\n {2}and \d+ more\n$/);
    expect(folder.stanchion([...args, '--out', 'wide']).stderr).toBe(stderr);
  });

  test.each([
    ['--scale', '-1'],
    ['--scale', 'abc'],
    ['--width', '0'],
  ])('%s %s: what is allowed', (flag, value) => {
    const { exitCode, stderr } = render('--format', 'png', flag, value);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      new RegExp(`^error: '${value}' is no value of '${flag}'\\.\n  It takes a .*number.* above 0: ${flag} \\d`),
    );
  });

  test('one too large PNG keeps no other picture from being drawn', () => {
    const args = ['render', 'shop.arch.ts', '--view', 'overview,data', '--format', 'svg,png', '--width', '100000'];
    const { exitCode, stdout, stderr } = folder.stanchion([...args, '--out', 'large']);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('large/fragile-shop/overview.svg\nlarge/fragile-shop/data.svg\n');
    expect(stderr.match(/at most 100 million are drawn/g)).toHaveLength(2);
  });
});
