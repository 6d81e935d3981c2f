import { drawModel, prepareDrawing, views } from '../../pipeline.js';
import { auditModels, modelFlags } from '../audit-models.js';
import type { Command, Flags } from '../command.js';
import { modelFolders } from '../model-folders.js';
import { openOutputFolder } from '../output-folder.js';

/** Where pictures and reports go. */
export const outFlag: Flags = {
  out: { help: 'The folder to write to, one folder for each model in it; output where left out.', value: 'FOLDER' },
};

export const render: Command = {
  summary: 'Draw the models.',
  usage: '[FILES] [flags]',
  about: 'Findings stand on the pictures as numbered badges. Every file that was written is listed.',
  takesFiles: true,
  flags: {
    view: { help: 'What to draw; every view where left out.', value: 'VIEW', words: views, repeatable: true },
    format: { help: 'As what.', value: 'FORMAT', words: ['svg'] },
    ...outFlag,
    ...modelFlags,
  },
  examples: [
    { line: 'stanchion render', does: 'every model in the folder models, into output' },
    { line: 'stanchion render shop.arch.ts --view overview --out pictures', does: 'one picture' },
  ],

  async run(request) {
    const { surroundings } = request;
    // Graphviz gets ready while the models are read; where it cannot, the first picture says so.
    prepareDrawing().catch(() => {});
    const { audits, hasProblems, progress } = await auditModels(request);
    const output = openOutputFolder(request.value('out') ?? 'output', surroundings.cwd);
    const folders = modelFolders(audits.map(({ model }) => model));
    const asked = request.values('view');
    const chosen = views.filter((view) => asked.length === 0 || asked.includes(view));
    for (const [index, audited] of audits.entries()) {
      for (const view of chosen) {
        progress.step(`drawing ${folders[index]}, ${view}`);
        const written = output.write(`${folders[index]}/${view}.svg`, await drawModel(audited, view));
        progress.wipe();
        surroundings.stdout.write(`${written}\n`);
      }
    }
    return hasProblems ? 2 : 0;
  },
};
