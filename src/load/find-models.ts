import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../graph/problem.js';
import { globBase, globDepth, isGlob, matchesGlob } from '../vocabulary/glob.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { isGraph } from './is-graph.js';
import { displayPath, isFile, isFolder, isWithin } from './paths.js';
import { projectRoot } from './resolve-import.js';
import { readOrTell } from './unreadable.js';

/** A file that holds models: a TypeScript module or a graph as JSON. */
export interface ModelFile {
  readonly path: string;
  /** As people name it: relative to the folder of the run. */
  readonly file: string;
}

export interface FoundModels {
  readonly files: ModelFile[];
  readonly problems: Problem[];
  /** Inputs for which there is nothing, or no model in what there is. */
  readonly absent: readonly string[];
}

/**
 * The files that a command's arguments name: files, folders (the models directly in them, and the index of each folder in
 * there), patterns. Without arguments: the folder models. Each file once, in the order of the arguments, by name within one.
 */
export function findModels(inputs: readonly string[], cwd: string): FoundModels {
  const byRealPath = new Map<string, ModelFile>();
  const problems: Problem[] = [];
  const absent: string[] = [];
  for (const input of inputs.length > 0 ? inputs : ['models']) {
    // Where nobody named a folder, a link in its place is no wish of its owner's but part of the checkout.
    if (inputs.length === 0 && doesLeadOut(input, cwd)) {
      problems.push(leadsOut(input));
      continue;
    }
    const found = readOrTell(input, problems, () => findInput(input, cwd, problems));
    if (!found) continue;
    if ('problem' in found) {
      problems.push(found.problem);
      if (found.isAbsent) absent.push(input);
    } else addAll(byRealPath, found, cwd, problems);
  }
  return { files: [...byRealPath.values()], problems, absent };
}

function addAll(byRealPath: Map<string, ModelFile>, { paths, folder }: Paths, cwd: string, problems: Problem[]): void {
  for (const path of paths) {
    const wrong = readOrTell(displayPath(path, cwd), problems, () => addOnce(byRealPath, path, folder, cwd));
    if (wrong) problems.push(wrong);
  }
}

function addOnce(byRealPath: Map<string, ModelFile>, path: string, folder: string, cwd: string): Problem | undefined {
  const real = realpathSync(path);
  if (byRealPath.has(real)) return undefined;
  // Reading a pipe waits for whoever writes into it.
  if (!statSync(real).isFile()) return { message: `${quoted(displayPath(path, cwd))} is no file that can be read.` };
  // The folder by its real name, so that it lies where `cwd` does; the file by the name it was given.
  const place = join(realpathSync(dirname(path)), basename(path));
  const file = displayPath(place, cwd);
  if (!isWithin(real, projectRoot(join(realpathSync(folder), basename(path)), cwd))) return leadsOut(file);
  byRealPath.set(real, { path: place, file });
  return undefined;
}

/** Whether an input that lies in the project leads out of it by a symbolic link. */
export function doesLeadOut(input: string, cwd: string): boolean {
  const base = realpathSync(cwd);
  const root = projectRoot(join(base, 'models'), base);
  const path = resolve(base, isGlob(input) ? globBase(input) : input);
  return isWithin(path, root) && existsSync(path) && !isWithin(realpathSync(path), root);
}

/** A checkout may carry a link to anything that its reader may read; the first lines of it would be shown. */
export function leadsOut(file: string): Problem {
  return {
    message: `${quoted(file)} lies outside the project: a symbolic link leads there.`,
    hint: 'A model reads only files of its own project.',
  };
}

/** `folder`: the one that was named, below which the paths lie. */
interface Paths {
  readonly paths: readonly string[];
  readonly folder: string;
}

type Found = Paths | { readonly problem: Problem; readonly isAbsent?: true };

/** What cannot be read below a folder goes to `problems`. @throws where the input itself cannot be read */
function findInput(input: string, cwd: string, problems: Problem[]): Found {
  const path = resolve(cwd, input);
  if (isFile(path)) return isModel(path) ? { paths: [path], folder: dirname(path) } : { problem: notAModel(input) };
  if (isFolder(path))
    return someOf(inFolder(path, cwd, problems), path, `There is no model in the folder ${quoted(input)}.`);
  // A path written for Windows; where a file is really called so, it was found above.
  if (input.includes('\\')) return findInput(input.replaceAll('\\', '/'), cwd, problems);
  if (isGlob(input))
    return someOf(
      matching(input, cwd, problems),
      resolve(cwd, globBase(input)),
      `No model matches the pattern ${quoted(input)}.`,
    );
  return { problem: missing(input, path), isAbsent: true };
}

function someOf(paths: readonly string[], folder: string, message: string): Found {
  const hint = 'Models are the files directly in a folder, and the index.ts of each folder in there.';
  return paths.length > 0 ? { paths, folder } : { problem: { message, hint }, isAbsent: true };
}

function isModel(path: string): boolean {
  return /\.(m?ts|m?js|json)$/.test(path) && !/\.d\.m?ts$/.test(path);
}

function notAModel(input: string): Problem {
  return {
    message: `${quoted(input)} is no model.`,
    hint: 'A model is a TypeScript file that exports an architecture, or a graph as .json.',
  };
}

/** JSON in a folder may be anything's settings: only what says that it is a graph counts. */
function inFolder(folder: string, cwd: string, problems: Problem[]): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const paths = entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (isFolder(path)) {
      if (entry.name === 'node_modules') return [];
      return readOrTell(displayPath(path, cwd), problems, () => indexOf(path)) ?? [];
    }
    return isModel(path) && !/\.test\.m?[jt]s$/.test(path) && (!path.endsWith('.json') || isGraph(path)) ? [path] : [];
  });
  return paths.sort(byText);
}

/** @throws where it cannot be told whether there is one */
function indexOf(folder: string): string[] {
  const names = ['index.ts', 'index.mts', 'index.js', 'index.mjs'].map((name) => join(folder, name));
  return names.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile()).slice(0, 1);
}

function matching(pattern: string, cwd: string, problems: Problem[]): string[] {
  const base = globBase(pattern);
  const depth = globDepth(pattern);
  const found: string[] = [];
  const search = (folder: string, level: number): void => {
    const read = (): Dirent[] => readdirSync(resolve(cwd, folder), { withFileTypes: true });
    for (const entry of readOrTell(folder, problems, read) ?? []) {
      const path = folder === '.' ? entry.name : folder === '/' ? `/${entry.name}` : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && level < depth) search(path, level + 1);
      } else if (isModel(path) && matchesGlob(path.replace(/^(?:\.\/)+/, ''), pattern)) found.push(resolve(cwd, path));
    }
  };
  if (isFolder(resolve(cwd, base))) search(base, 1);
  return found.filter(isFile).sort(byText);
}

/** @throws where it is there and cannot be reached */
function missing(input: string, path: string): Problem {
  statSync(path, { throwIfNoEntry: false });
  const folder = dirname(path);
  const names = isFolder(folder) ? readdirSync(folder) : [];
  const nearest = nearestName(basename(path), names);
  const message = `There is no file or folder ${quoted(input)}.`;
  if (nearest !== undefined)
    return { message, hint: `Did you mean ${quoted(join(dirname(input), nearest).replaceAll('\\', '/'))}?` };
  if (input !== 'models') return { message };
  const above = aboveWithModels(folder);
  const hint = above
    ? `It lies in ${quoted(above)}: run this there, or name the files of your models.`
    : 'Name the files of your models, or keep them in a folder called models.';
  return { message, hint };
}

/** The way to the next folder further up in the repository that has models where they are looked for. */
function aboveWithModels(folder: string): string | undefined {
  let nearest: string | undefined;
  for (let [at, up] = [folder, '']; at !== dirname(at); at = dirname(at), up = `../${up}`) {
    if (up !== '' && isFolder(join(at, 'models'))) nearest ??= up.slice(0, -1);
    if (existsSync(join(at, '.git'))) return nearest;
  }
  return undefined;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function quoted(text: string): string {
  return `'${text.replace(/\p{Cc}/gu, '\uFFFD')}'`;
}
