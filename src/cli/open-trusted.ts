import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '../graph/problem.js';
import { isFile } from '../load/paths.js';
import { isAlreadyTold } from './already-told.js';
import { openBaseline } from './baseline-file.js';
import { checkEdits } from './check-edits.js';
import type { Request } from './command.js';
import { elsewhere } from './elsewhere.js';
import { findEdits } from './find-edits.js';
import type { Base } from './git/base.js';
import { quoted } from './git/notes.js';
import { findOnlyConfig, isNone } from './locate-config.js';
import { isMisuse, Misuse } from './misuse.js';
import { openProject, openProjectBy, type Project } from './open-project.js';
import { printProblems } from './print-problem.js';

/** By what a change is judged. */
export interface Trusted {
  readonly project: Project;
  readonly notes: readonly string[];
  /** What the change would break of it, which is told already: nothing passes with that. */
  readonly problems: readonly Problem[];
}

/**
 * The configuration, own rules and baseline of the base: what a change brings of them is not asked, and said. With `--trust-head` those
 * of the working folder.
 */
export async function openTrusted(request: Request, base: Base): Promise<Trusted> {
  const { cwd } = request.surroundings;
  if (request.has('trust-head')) {
    const project = await openProject(request);
    const notes = ['Configuration, own rules and baseline are those of the change itself (--trust-head).'];
    return { project: { ...project, baseline: baselineOf(request, project, cwd) }, notes, problems: [] };
  }
  const { config, project } = await openBaseProject(request, base);
  const edits = findEdits(request, { ...project, config }, base);
  const problems = await checkEdits(edits, request, project);
  if (problems.length > 0) {
    const linesOf = (file: string) => readFileSync(resolve(cwd, file), 'utf8').split(/\r?\n/);
    await printProblems(problems, linesOf, request.surroundings);
  }
  return { project, notes: edits.notes, problems };
}

/** What is wrong with that of the base is told as such: the file of that name in the working folder may be right. */
async function openBaseProject(request: Request, base: Base) {
  const place = elsewhere(request.surroundings, base.trusted.cwd);
  const there = { ...request, surroundings: place.surroundings };
  try {
    const config = configIn(base, request);
    const project = await openProjectBy(config, there);
    if (request.has('no-baseline')) return { config, project };
    const judged = { ...project, baseline: baselineIn(base, project, request) };
    checkBaseline(judged, there, base);
    return { config, project: judged };
  } catch (error) {
    if (!isAlreadyTold(error)) throw error;
    const hint = wayOut('configuration', '--no-config').replace(/^/gm, '  ');
    place.tell(base.name, `${hint}\n`);
    throw error;
  }
}

function checkBaseline(project: Project, there: Request, base: Base): void {
  try {
    openBaseline({ ...there, value: () => undefined }, project);
  } catch (error) {
    if (!isMisuse(error)) throw error;
    throw new Misuse(`In ${base.name}: ${error.message}`, wayOut('baseline', '--no-baseline'));
  }
}

function wayOut(what: string, flag: string): string {
  return `A change that mends the ${what} is judged by its own with --trust-head, or without any with ${flag}.`;
}

function baselineOf({ value }: Request, project: Project, cwd: string): string {
  const named = value('baseline');
  return named === undefined ? project.baseline : resolve(cwd, named);
}

function configIn(base: Base, request: Request): string | undefined {
  if (isNone(request)) return undefined;
  const named = request.value('config');
  if (named === undefined) return findOnlyConfig(base.trusted.cwd, base.trusted.top);
  return existing(named, placeIn(base, named, 'configuration'), 'configuration', base);
}

function baselineIn(base: Base, project: Project, { value }: Request): string {
  const named = value('baseline');
  const place = placeIn(base, named ?? project.baseline, 'baseline');
  return named === undefined ? place : existing(named, place, 'baseline', base);
}

function placeIn(base: Base, path: string, what: string): string {
  const place = base.trusted.fetchFile(path);
  if (place !== undefined) return place;
  throw new Misuse(
    `The ${what} ${quoted(path)} lies outside of ${base.name}.`,
    'Name it by its way from the working folder. The gate goes by what the base holds.',
  );
}

function existing(named: string, place: string, what: string, base: Base): string {
  if (isFile(place)) return place;
  throw new Misuse(
    `There is no ${what} ${quoted(named)} in ${base.name}.`,
    `A ${what} that the change brings is not asked.`,
  );
}
