import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LoadOptions, type LoadResult, loadModels } from '../../../src/load/load-models.js';

/** A folder of its own with the given files, by path; taken away when the tests of the file are done. */
export interface Project {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  load(inputs: readonly string[], options?: Partial<LoadOptions>): Promise<LoadResult>;
}

const made: string[] = [];

export function createProject(files: Readonly<Record<string, string>>): Project {
  const folder = mkdtempSync(join(tmpdir(), 'stanchion-test-'));
  made.push(folder);
  const write = (contents: Readonly<Record<string, string>>): void => {
    for (const [path, content] of Object.entries(contents)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  };
  write(files);
  return {
    folder,
    write,
    load: (inputs, options) =>
      loadModels(inputs, { cwd: folder, cacheFolder: undefined, checkTypes: false, ...options }),
  };
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A model of one element, under a name. */
export function model(name = 'shop'): string {
  return `import { architecture } from 'stanchion';
const site = architecture('${name}');
site.server('front');
export default site;
`;
}
