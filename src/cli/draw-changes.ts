import type { Audit } from '../audit/finding.js';
import type { ModelChange } from '../diff/compare-sides.js';
import { drawFormats } from '../pipeline.js';
import type { Request } from './command.js';
import { modelFolders } from './model-folders.js';
import { openOutputFolder } from './output-folder.js';

export interface DrawnChange {
  readonly head: Audit;
  /** Relative to the working folder, with `/`. */
  readonly file: string;
}

/** Draws every model that changed into the folder that it has among all that were read. */
export async function drawChanges(
  changed: readonly ModelChange[],
  audits: readonly Audit[],
  since: string,
  request: Request,
): Promise<readonly DrawnChange[]> {
  const output = openOutputFolder(request.value('out'), request.surroundings.cwd);
  const folders = modelFolders(audits.map(({ model }) => model));
  const drawn: DrawnChange[] = [];
  for (const change of changed) {
    const { base, head } = change;
    const folder = folders[audits.indexOf(head)];
    for await (const [, svg] of drawFormats(head, { view: 'change', base, since, change }, ['svg'])) {
      drawn.push({ head, file: output.write(`${folder}/change.svg`, svg) });
    }
  }
  return drawn;
}
