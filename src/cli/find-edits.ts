import { readFileSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { findConfigs } from '../load/config/find-config.js';
import { isFile, isWithin } from '../load/paths.js';
import { firstOf } from '../report/words.js';
import type { Request } from './command.js';
import type { Base } from './git/base.js';
import { enclosingCheckout } from './git/find-git.js';
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
  /** The configuration and what that reads, as the change has them: absolute, there, and in its checkout. */
  readonly modules: readonly string[];
  /** The same of the baseline. */
  readonly baseline: string | undefined;
}

const mostNamed = 4;
/** Bytes; a baseline may be larger than a module. */
const mostText = 50_000_000;

export function findEdits(request: Request, { config, baseline, parts }: Judged, base: Base): Edits {
  const { cwd } = request.surroundings;
  const there = base.trusted.cwd;
  const nameOf = (path: string) => relative(there, path).split(sep).join('/');
  const hereOf = (path: string | undefined) => (path === undefined ? undefined : resolve(cwd, nameOf(path)));
  const isChange = isInCheckout(cwd);
  const textHere = (path: string | undefined) => (isChange(path) ? textOf(path) : undefined);
  const isEdited = (path: string) => textHere(hereOf(path)) !== textOf(path);
  const own = request.value('config') === undefined ? findConfigs(cwd)[0] : hereOf(config);
  const imported = [...(parts?.files.keys() ?? [])].filter((path) => path !== config && isOwn(path));
  const edited = request.has('no-config') ? [] : imported.filter(isEdited);
  const isConfigEdited = !request.has('no-config') && textHere(own) !== textOf(config);
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
    modules: [...(isConfigEdited ? [own] : []), ...edited.map(hereOf)].filter(isChange),
    baseline: [hereOf(baseline)].filter(isChange).find(() => isBaselineEdited),
  };
}

/** A link of the change may lead to anything that the runner may read, of which a mistake would show a line. */
function isInCheckout(cwd: string): (path: string | undefined) => path is string {
  const checkout = enclosingCheckout(cwd) ?? realpathSync(cwd);
  return (path): path is string => path !== undefined && isFile(path) && isWithin(realpathSync(path), checkout);
}

/** Packages are told of where they are taken from; settings of others say nothing about what is asked. */
function isOwn(path: string): boolean {
  return !/[\\/]node_modules[\\/]|[\\/](?:package|tsconfig)\.json$/.test(path);
}

/** Line ends are git's own affair. Nobody's, where there is none or it is too large for anything. */
function textOf(path: string | undefined): string | undefined {
  if (path === undefined || !isFile(path) || statSync(path).size > mostText) return undefined;
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}
