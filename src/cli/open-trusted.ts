import { resolve } from 'node:path';
import { isFile } from '../load/paths.js';
import type { Request } from './command.js';
import type { Base } from './git/base.js';
import { quoted } from './git/notes.js';
import { findOnlyConfig, isNone } from './locate-config.js';
import { Misuse } from './misuse.js';
import { noteEdits } from './note-edits.js';
import { openProject, openProjectBy, type Project } from './open-project.js';

/** By what a change is judged. */
export interface Trusted {
  readonly project: Project;
  readonly notes: readonly string[];
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
    return { project: { ...project, baseline: baselineOf(request, project, cwd) }, notes };
  }
  const there = { ...request, surroundings: { ...request.surroundings, cwd: base.trusted.cwd } };
  const config = configIn(base, request);
  const project = await openProjectBy(config, there);
  const judged = request.has('no-baseline') ? project : { ...project, baseline: baselineIn(base, project, request) };
  return { project: judged, notes: noteEdits(request, { ...judged, config }, base) };
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
