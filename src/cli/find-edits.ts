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

/** What a change edits of what it is judged by: none of it counts. */
export interface Edits {
  /** In whole sentences. */
  readonly notes: readonly string[];
  /** The configuration and what that reads, as the change has them: absolute, and there. */
  readonly modules: readonly string[];
  /** Absolute, and there. */
  readonly baseline: string | undefined;
}

const mostNamed = 4;

export function findEdits(request: Request, { config, baseline, parts }: Judged, base: Base): Edits {
  const { cwd } = request.surroundings;
  const there = base.trusted.cwd;
  const nameOf = (path: string) => relative(there, path).split(sep).join('/');
  const hereOf = (path: string | undefined) => (path === undefined ? undefined : resolve(cwd, nameOf(path)));
  const isEdited = (path: string) => !isSame(hereOf(path), path);
  const own = request.value('config') === undefined ? findConfigs(cwd)[0] : hereOf(config);
  const imported = [...(parts?.files.keys() ?? [])].filter((path) => path !== config && isOwn(path));
  const edited = request.has('no-config') ? [] : imported.filter(isEdited);
  const isConfigEdited = !request.has('no-config') && !isSame(own, config);
  const isBaselineEdited = !request.has('no-baseline') && isEdited(baseline);
  const by = `it is judged by that of ${base.name}.`;
  return {
    notes: [
      ...(isConfigEdited ? [`The change edits the configuration; ${by}`] : []),
      ...(edited.length === 0
        ? []
        : [`The change edits what the configuration reads, ${firstOf(edited.map(nameOf), mostNamed)}; ${by}`]),
      ...(isBaselineEdited ? [`The change edits the baseline; ${by}`] : []),
    ],
    modules: [...(isConfigEdited ? [own] : []), ...edited.map(hereOf)].filter(isThere),
    baseline: [hereOf(baseline)].filter(isThere).find(() => isBaselineEdited),
  };
}

function isThere(path: string | undefined): path is string {
  return path !== undefined && existsSync(path) && isFile(path);
}

/** Packages are told of where they are taken from; settings of others say nothing about what is asked. */
function isOwn(path: string): boolean {
  return !/[\\/]node_modules[\\/]|[\\/](?:package|tsconfig)\.json$/.test(path);
}

/** Line ends are git's own affair. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [one, other].map((path) =>
    isThere(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : undefined,
  );
  return a === b;
}
