import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { findConfigs } from '../load/config/find-config.js';
import { isFile } from '../load/paths.js';
import { firstOf } from '../report/words.js';
import type { Request } from './command.js';
import type { Base } from './git/base.js';
import type { Project } from './open-project.js';

/** By what the change is judged. */
interface Judged extends Project {
  /** Absolute, in the base. */
  readonly config: string | undefined;
}

const mostNamed = 4;

/** What a change edits of what it is judged by, in whole sentences: none of it counts. */
export function noteEdits(request: Request, { config, baseline, parts }: Judged, base: Base): readonly string[] {
  const { cwd } = request.surroundings;
  const there = base.trusted.cwd;
  const nameOf = (path: string) => relative(there, path).split(sep).join('/');
  const hereOf = (path: string | undefined) => (path === undefined ? undefined : resolve(cwd, nameOf(path)));
  const isEdited = (path: string) => !isSame(hereOf(path), path);
  const own = request.value('config') === undefined ? findConfigs(cwd)[0] : hereOf(config);
  const imported = [...(parts?.files.keys() ?? [])].filter((path) => path !== config && isOwn(path));
  const edited = request.has('no-config') ? [] : imported.filter(isEdited).map(nameOf);
  const by = `it is judged by that of ${base.name}.`;
  return [
    ...(request.has('no-config') || isSame(own, config) ? [] : [`The change edits the configuration; ${by}`]),
    ...(edited.length === 0
      ? []
      : [`The change edits what the configuration reads, ${firstOf(edited, mostNamed)}; ${by}`]),
    ...(request.has('no-baseline') || !isEdited(baseline) ? [] : [`The change edits the baseline; ${by}`]),
  ];
}

/** Packages are told of where they are taken from; settings of others say nothing about what is asked. */
function isOwn(path: string): boolean {
  return !/[\\/]node_modules[\\/]|[\\/](?:package|tsconfig)\.json$/.test(path);
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
