import type { Audit } from '../audit/finding.js';
import type { Architecture } from '../graph/architecture.js';
import type { ExitCode, Request } from './command.js';
import { forEachModel } from './each-model.js';
import { openOutputFolder } from './output-folder.js';

/** Text, or bytes. */
export type Content = string | Uint8Array;

/** The files of one model, which has `folder` among all: names below that, and what is in them. */
export type FilesOf = (audited: Audit, folder: string) => AsyncIterable<readonly [file: string, content: Content]>;

/** Writes the files of every model that a request names into the output folder, and lists them. `before`: see `forEachModel`. */
export function writeForEach(
  request: Request,
  filesOf: FilesOf,
  before: (models: readonly Architecture[]) => void = () => {},
): Promise<ExitCode> {
  const { stdout, cwd } = request.surroundings;
  const output = openOutputFolder(request.value('out'), cwd);
  return forEachModel(request, {
    doing: 'drawing',
    before,
    async work(audited, folder, progress) {
      for await (const [file, content] of filesOf(audited, folder)) {
        const written = output.write(`${folder}/${file}`, content);
        progress.wipe();
        stdout.write(`${written}\n`);
      }
    },
  });
}
