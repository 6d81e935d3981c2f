import { dirname, relative } from 'node:path';
import type { Audit } from '../audit/finding.js';
import { type KeptResults, openKeptResults } from '../load/kept-results.js';
import type { LoadedModel } from '../load/load-models.js';
import type { Parts } from '../load/parts.js';
import { isWithin } from '../load/paths.js';
import { auditModel } from '../pipeline.js';
import type { Day } from '../vocabulary/units.js';
import { cacheFolder } from './cache-folder.js';
import type { Request } from './command.js';
import type { Project } from './open-project.js';

/** Audits a model, or takes what that came to before. */
export type AuditOnce = (model: LoadedModel) => Audit;

/**
 * An audit depends on the model, the day, the settings and the rules: where all are as they were, it is not made again. Of own rules
 * nothing is kept where their parts cannot be told. The baseline has no part in it.
 */
export function openKeptAudits(request: Request, project: Project, today: Day): AuditOnce {
  const kept = openResults(request, project, today);
  return ({ architecture, hash }) => {
    const known = kept?.read(hash);
    if (isKeptAudit(known)) return { ...known, model: architecture, today };
    const audited = auditModel(architecture, today, project);
    const { model: _, ...result } = audited;
    kept?.keep(hash, result);
    return audited;
  };
}

function openResults(
  { has, surroundings }: Request,
  { parts, preset, settings }: Project,
  today: Day,
): KeptResults | undefined {
  const folder = has('no-cache') ? undefined : cacheFolder(surroundings);
  if (folder === undefined || !parts) return undefined;
  return openKeptResults(folder, ['audit', today, preset, JSON.stringify(settings), JSON.stringify(contentsOf(parts))]);
}

/** The base of a comparison may lie in another folder each time: files are named from the one that holds them all. */
export function contentsOf({ files }: Parts): readonly (readonly [name: string, content: string])[] {
  const paths = [...files.keys()].sort();
  const [first = '', last = ''] = [paths[0], paths.at(-1)];
  let folder = dirname(first);
  while (!isWithin(last, folder) && folder !== dirname(folder)) folder = dirname(folder);
  return paths.map((path) => [relative(folder, path), files.get(path) ?? '']);
}

type KeptAudit = Omit<Audit, 'model'>;

const lists = ['findings', 'accepted', 'missing', 'outcomes', 'assumptions'] as const;

/** What is sealed and the user's own was written by this very version: only its outline is looked at. */
function isKeptAudit(value: unknown): value is KeptAudit {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return typeof fields.completeness === 'number' && lists.every((name) => Array.isArray(fields[name]));
}
