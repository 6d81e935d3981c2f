import type { Audit } from '../audit/finding.js';
import { drawFailure } from '../pipeline.js';
import type { Scenario } from '../report/failure/scenario.js';
import type { Request } from './command.js';
import { modelFolders } from './model-folders.js';
import { openOutputFolder } from './output-folder.js';

/**
 * Draws scenarios into the folders that their models have among all that were read, and names the files: where JSON goes to
 * standard output, on standard error.
 */
export async function drawScenarios(
  scenarios: readonly Scenario[],
  audits: readonly Audit[],
  request: Request,
): Promise<void> {
  const { cwd, stdout, stderr } = request.surroundings;
  const output = openOutputFolder(request.value('out'), cwd);
  const folders = modelFolders(audits.map(({ model }) => model));
  for (const { ground, simulation } of scenarios) {
    const folder = folders[audits.indexOf(ground.audit)];
    const failed = simulation.failed.map(({ id }) => id);
    const svg = await drawFailure(ground.audit, failed, ground.on === undefined ? {} : { on: ground.on });
    const file = output.write(`${folder}/failure.svg`, svg);
    if (request.has('json')) stderr.write(`${file}\n`);
    else stdout.write(`\nDrawn: ${file}\n`);
  }
}
