import type { Command } from '../command.js';

export const schema: Command = {
  summary: 'Print the JSON schema of a model’s graph, or of what a command answers with --json.',
  usage: '[NAME] [flags]',
  about:
    'NAME is graph (where none is named), audit, diff, gate, simulation, explanation, exposure, spans, load or framework. A\n' +
    'JSON file that fits the graph is a model like any other: stanchion audit model.json',
  takesFiles: true,
  flags: {},
  examples: [
    { line: 'stanchion schema > architecture.schema.json', does: 'for an editor, or for a program that writes models' },
    { line: 'stanchion schema simulation', does: 'what simulate --json prints' },
  ],

  async run({ files, surroundings }) {
    const { schemaNamed } = await import('../schema-named.js');
    surroundings.stdout.write(`${JSON.stringify(await schemaNamed(files), null, 2)}\n`);
    return 0;
  },
};
