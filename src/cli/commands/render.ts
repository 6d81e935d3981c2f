import { directionNames, formatNames, iconChoices, themeNames } from '../../draw/formats.js';
import { viewNames } from '../../vocabulary/words.js';
import type { Command } from '../command.js';
import { modelFlags, outFlag } from '../model-flags.js';

export const render: Command = {
  summary: 'Draw the models.',
  usage: '[FILES] [flags]',
  about: 'Findings stand on the pictures as numbered badges. Every file that was written is listed.',
  takesFiles: true,
  flags: {
    view: {
      help: `What to draw: ${viewNames.join(', ')}, or one of the model's own; all where left out. A file's name will do; several with commas between them.`,
      value: 'VIEW',
      repeatable: true,
    },
    format: {
      help: 'As what; svg where left out. dot is for Graphviz, mmd for Mermaid.',
      value: 'FORMAT',
      words: formatNames,
      repeatable: true,
      commas: true,
    },
    theme: {
      help: 'Both where left out, for png light; contrast is black on white.',
      value: 'THEME',
      words: themeNames,
    },
    direction: {
      help: 'Whether to read down or to the right; whichever looks better where left out.',
      value: 'WAY',
      words: directionNames,
    },
    scale: { help: 'Pixels of a png to one of the svg; 2 where left out.', value: 'N' },
    width: { help: 'How many pixels wide a png is.', value: 'PX' },
    'embed-icons': { help: 'none: cards and frames without icons.', value: 'WHICH', words: iconChoices },
    'no-fold': { help: 'Every element as a card of its own; above 120 cards lines are straight and without words.' },
    check: {
      help: 'Write nothing; count what overlaps and crosses, and exit 1 where anything overlaps or is missing.',
    },
    ...outFlag,
    ...modelFlags,
  },
  examples: [
    { line: 'stanchion render', does: 'every model in the folder models, into output' },
    { line: 'stanchion render shop.arch.ts --view overview --out pictures', does: 'one picture' },
    { line: 'stanchion render shop.arch.ts --format svg,png --scale 3', does: 'for slides, too' },
    { line: 'stanchion render shop.arch.ts --format mmd', does: 'for a page that draws Mermaid' },
    { line: 'stanchion render --check', does: 'whether every picture is flawless' },
  ],

  async run(request) {
    const { readPictureRequest } = await import('../picture-request.js');
    const asked = readPictureRequest(request);
    if (asked.isCheck) {
      const { checkPictures } = await import('../check-pictures.js');
      return checkPictures(request, asked);
    }
    const { writePictures } = await import('../write-pictures.js');
    return writePictures(request, asked);
  },
};
