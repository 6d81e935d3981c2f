import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, servedFolder } from './built-command.js';
import { fragile, thrower } from './models.js';

let folder: BareFolder;
beforeEach(() => {
  folder = servedFolder({ 'shop.arch.ts': fragile });
});
afterEach(() => folder.remove());

const files = (path: string) => readdirSync(join(folder.path, path), { recursive: true, encoding: 'utf8' }).sort();
const text = (path: string) => readFileSync(join(folder.path, path), 'utf8');

const pictures = ['overview', 'deployment', 'network', 'transport', 'data', 'monitoring'];

describe('render', () => {
  test('draws every view of a model into a folder of its name, and lists what it wrote', () => {
    const { exitCode, stdout, stderr } = folder.stanchion(['render', 'shop.arch.ts']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe(pictures.map((view) => `output/fragile-shop/${view}.svg\n`).join(''));
    expect(files('output/fragile-shop')).toEqual(pictures.map((view) => `${view}.svg`).sort());
    expect(text('output/fragile-shop/overview.svg')).toMatch(/^<svg[\s>]/);
  });

  test('one view, another folder', () => {
    const { stdout } = folder.stanchion(['render', 'shop.arch.ts', '--view', 'deployment', '--out', 'a/b']);
    expect(stdout).toBe('a/b/fragile-shop/deployment.svg\n');
    expect(files('a/b')).toEqual(['fragile-shop', 'fragile-shop/deployment.svg']);
  });

  test('an unknown view or format names the nearest', () => {
    expect(folder.stanchion(['render', '--view', 'overveiw']).stderr).toContain("Did you mean 'overview'?");
    expect(folder.stanchion(['render', '--format', 'svgg']).stderr).toContain("Did you mean 'svg'?");
    expect(folder.stanchion(['render', '--view', 'overveiw']).exitCode).toBe(2);
  });

  test("a model's own view, by its name; a name that no model has names the nearest", () => {
    folder.write('own.ts', `${fragile.replace('export default', "site.view('check out', {});\nexport default")}`);
    const { stdout } = folder.stanchion(['render', 'own.ts', '--view', 'check out', '--view', 'data']);
    expect(stdout).toBe('output/fragile-shop/data.svg\noutput/fragile-shop/view-check-out.svg\n');
    expect(folder.stanchion(['render', 'own.ts', '--view', 'checkout'])).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: "error: 'checkout' is no view of this model.\n  Did you mean 'check out'?\n",
    });
  });

  test('a broken model does not keep the others from being drawn', () => {
    folder.write('broken.ts', thrower);
    const { exitCode, stdout, stderr } = folder.stanchion([
      'render',
      'broken.ts',
      'shop.arch.ts',
      '--view',
      'overview',
    ]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('output/fragile-shop/overview.svg\n');
    expect(stderr).toContain('out of paper');
  });
});

describe('report', () => {
  test('writes the document twice, with its pictures beside it', () => {
    const { exitCode, stdout, stderr } = folder.stanchion(['report', 'shop.arch.ts']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const written = [...pictures.map((view) => `${view}.svg`), 'report.html', 'report.md'];
    expect(stdout.split('\n').filter(Boolean).sort()).toEqual(
      written.map((file) => `output/fragile-shop/${file}`).sort(),
    );
    expect(text('output/fragile-shop/report.md')).toContain('Fragile shop');
    expect(text('output/fragile-shop/report.html')).toMatch(/^<!doctype html>/i);
  });

  test('one format', () => {
    folder.stanchion(['report', 'shop.arch.ts', '--format', 'md']);
    expect(files('output/fragile-shop')).not.toContain('report.html');
  });

  test('the pictures are those that render draws', () => {
    folder.stanchion(['report', 'shop.arch.ts', '--today', '2026-01-31']);
    folder.stanchion(['render', 'shop.arch.ts', '--today', '2026-01-31', '--out', 'drawn']);
    for (const view of ['overview.svg', 'deployment.svg']) {
      expect(text(`output/fragile-shop/${view}`)).toBe(text(`drawn/fragile-shop/${view}`));
    }
  });
});

describe('whatever a model is called, nothing is written outside the output folder', () => {
  test.each(['../../escape', '..', '/etc/passwd', 'con', 'a\\b', '<script>', '\u001b[2J', '🦩'.repeat(500)])(
    '%j',
    (name) => {
      folder.write('hostile.ts', fragile.replace("'Fragile shop'", JSON.stringify(name)));
      const { exitCode, stdout, stderr } = folder.stanchion(['report', 'hostile.ts']);
      expect(
        readdirSync(folder.path)
          .filter((entry) => entry !== 'output' && entry !== '.home')
          .sort(),
      ).toEqual(['hostile.ts', 'shop.arch.ts']);
      // A name with a slash is refused when the model is read; any other gets a safe folder.
      if (exitCode === 2) expect(stderr).toMatch(/hostile\.ts.*\nerror: /);
      else expect(stdout).toMatch(/^(output\/[a-z0-9-]+\/[a-z]+\.[a-z]+\n)+$/);
    },
  );

  test('not through a link that lies in the output folder', () => {
    mkdirSync(join(folder.path, 'output'));
    mkdirSync(join(folder.path, 'precious'));
    symlinkSync(join(folder.path, 'precious'), join(folder.path, 'output/fragile-shop'));
    expect(folder.stanchion(['render', 'shop.arch.ts']).exitCode).toBe(2);
    expect(files('precious')).toEqual([]);
  });
});
