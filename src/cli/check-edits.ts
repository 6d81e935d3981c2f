import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Problem } from '../graph/problem.js';
import { isTooDeep } from '../load/is-too-deep.js';
import { mostModuleBytes } from '../load/most-bytes.js';
import { displayPath } from '../load/paths.js';
import { openBaseline } from './baseline-file.js';
import type { Request } from './command.js';
import type { Edits } from './find-edits.js';
import { isMisuse } from './misuse.js';
import type { Project } from './open-project.js';

/**
 * What of a change's own configuration and baseline would judge no other change, once it is the base: every gate would end with a
 * mistake then. Told as far as it can be without running any of it.
 */
export async function checkEdits(
  { modules, baseline }: Edits,
  request: Request,
  project: Project,
): Promise<readonly Problem[]> {
  const faults = modules.length === 0 ? [] : await syntaxFaults(modules, request.surroundings.cwd);
  return [...faults, ...(baseline === undefined ? [] : baselineFaults(baseline, request, project))];
}

async function syntaxFaults(modules: readonly string[], cwd: string): Promise<readonly Problem[]> {
  const { sourceOf } = await import('../load/config/trusted-modules.js');
  const faults: Problem[] = [];
  for (const path of modules) {
    const message = whyNoModule(path);
    if (message !== undefined) {
      faults.push({ file: displayPath(path, cwd), message });
      continue;
    }
    sourceOf(pathToFileURL(path).href, (note) => {
      if ('fault' in note) faults.push({ ...note.fault, file: displayPath(path, cwd) });
    });
  }
  return faults;
}

/** What would keep the compiler busy, or end it. */
function whyNoModule(path: string): string | undefined {
  const { size } = statSync(path);
  if (size > mostModuleBytes) return `The file has ${size} bytes; a module may have ${mostModuleBytes}.`;
  return isTooDeep(readFileSync(path, 'utf8')) ? 'The file is nested too deeply to be a module.' : undefined;
}

/** A baseline is data: it is read as it will be. */
function baselineFaults(path: string, request: Request, project: Project): readonly Problem[] {
  try {
    openBaseline({ ...request, value: () => undefined }, { ...project, baseline: path });
    return [];
  } catch (error) {
    if (!isMisuse(error)) throw error;
    const file = displayPath(path, request.surroundings.cwd);
    return [{ file, message: error.message, ...(error.hint !== undefined && { hint: error.hint }) }];
  }
}
