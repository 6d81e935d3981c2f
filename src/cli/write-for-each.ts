import type { Audit } from '../audit/finding.js';
import type { Architecture } from '../graph/architecture.js';
import { auditModels } from './audit-models.js';
import type { ExitCode, Request } from './command.js';
import { isMisuse } from './misuse.js';
import { modelFolders } from './model-folders.js';
import { openOutputFolder } from './output-folder.js';
import { printCrash } from './print-crash.js';
import { chooseToday } from './today.js';

/** Text, or bytes. */
export type Content = string | Uint8Array;

/** The files of one model: names below its folder, and what is in them. */
export type FilesOf = (audited: Audit) => AsyncIterable<readonly [file: string, content: Content]>;

/**
 * Writes the files of every model that a request names into the output folder, and lists them. A model that does not load, or on
 * which something of ours breaks, keeps no other from being written. `before` is asked once all models are there.
 */
export async function writeForEach(
  request: Request,
  filesOf: FilesOf,
  before: (models: readonly Architecture[]) => void = () => {},
): Promise<ExitCode> {
  const { surroundings } = request;
  const { audits, hasProblems, progress } = await auditModels(
    request,
    chooseToday(request.value('today'), surroundings),
  );
  before(audits.map(({ model }) => model));
  const output = openOutputFolder(request.value('out'), surroundings.cwd);
  const folders = modelFolders(audits.map(({ model }) => model));
  let exitCode: ExitCode = hasProblems ? 2 : 0;
  for (const [index, audited] of audits.entries()) {
    progress.step(`drawing ${index + 1} of ${audits.length}: ${folders[index]}`);
    try {
      for await (const [file, content] of filesOf(audited)) {
        const written = output.write(`${folders[index]}/${file}`, content);
        progress.wipe();
        surroundings.stdout.write(`${written}\n`);
      }
    } catch (error) {
      if (isMisuse(error)) throw error;
      progress.wipe();
      printCrash(error, surroundings);
      exitCode = 2;
    }
  }
  return exitCode;
}
