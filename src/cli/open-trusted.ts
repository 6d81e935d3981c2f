import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { findConfigs } from '../load/config/find-config.js';
import { isFile } from '../load/paths.js';
import type { Request } from './command.js';
import type { Base } from './git/base.js';
import { Misuse } from './misuse.js';
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
  const notes = [
    ...(request.has('no-config') ? [] : configNotes(request, base)),
    ...(request.has('no-baseline') ? [] : baselineNotes(baseline, cwd, base)),
  ];
  return { project: { ...project, baseline }, notes };
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

function configNotes({ value, surroundings: { cwd } }: Request, base: Base): readonly string[] {
  const named = value('config');
  const [own] = named === undefined ? findConfigs(cwd) : [resolve(cwd, named)];
  const [theirs] = named === undefined ? findConfigs(base.trusted.cwd) : [resolve(base.trusted.cwd, named)];
  return isSame(own, theirs) ? [] : [`The change edits the configuration; it is judged by that of ${base.name}.`];
}

function baselineNotes(theirs: string, cwd: string, base: Base): readonly string[] {
  const own = resolve(cwd, relative(base.trusted.cwd, theirs).split(sep).join('/'));
  return isSame(own, theirs) ? [] : [`The change edits the baseline; it is judged by that of ${base.name}.`];
}

/** Line ends are git's own affair. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [one, other].map((path) =>
    path !== undefined && existsSync(path) && isFile(path)
      ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
      : undefined,
  );
  return a === b;
}
