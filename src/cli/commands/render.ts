import { viewNames } from '../../draw/scene/scene.js';
import type { Command } from '../command.js';
import { modelFlags, outFlag } from '../model-flags.js';

export const render: Command = {
  summary: 'Draw the models.',
  usage: '[FILES] [flags]',
  about: 'Findings stand on the pictures as numbered badges. Every file that was written is listed.',
  takesFiles: true,
  flags: {
    view: { help: 'What to draw; every view where left out.', value: 'VIEW', words: viewNames, repeatable: true },
    format: { help: 'As what.', value: 'FORMAT', words: ['svg'] },
    ...outFlag,
    ...modelFlags,
  },
  examples: [
    { line: 'stanchion render', does: 'every model in the folder models, into output' },
    { line: 'stanchion render shop.arch.ts --view overview --out pictures', does: 'one picture' },
  ],

  async run(request) {
    const { writePictures } = await import('../write-pictures.js');
    return writePictures(request);
  },
};
