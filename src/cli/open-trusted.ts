import { relative, resolve } from 'node:path';
import { isFile } from '../load/paths.js';
import type { Request } from './command.js';
import type { Base } from './git/base.js';
import { Misuse } from './misuse.js';
import { noteEdits } from './note-edits.js';
import { openProject, type Project } from './open-project.js';

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
  const { trusted } = base;
  const named = request.value('config');
  if (named !== undefined) trusted.fetchFile(named);
  const project = await openProject(inFolder(request, trusted.cwd));
  const baseline = baselineOf(request, project, trusted.cwd);
  trusted.fetchFile(relative(trusted.cwd, baseline));
  refuseMissing(request, baseline, base);
  const judged = { ...project, baseline };
  return { project: judged, notes: noteEdits(request, judged, base) };
}

function inFolder(request: Request, cwd: string): Request {
  return { ...request, surroundings: { ...request.surroundings, cwd } };
}

function baselineOf({ value }: Request, project: Project, cwd: string): string {
  const named = value('baseline');
  return named === undefined ? project.baseline : resolve(cwd, named);
}

function refuseMissing({ value, has }: Request, baseline: string, base: Base): void {
  const named = value('baseline');
  if (named === undefined || has('no-baseline') || isFile(baseline)) return;
  throw new Misuse(
    `There is no baseline '${named}' in ${base.name}.`,
    'A baseline that the change brings is not asked.',
  );
}
