import type { Command } from '../command.js';

export const schema: Command = {
  summary: 'Print the JSON schema of a model’s graph.',
  usage: '[flags]',
  about: 'A JSON file that fits it is a model like any other: stanchion audit model.json',
  takesFiles: false,
  flags: {},
  examples: [
    { line: 'stanchion schema > architecture.schema.json', does: 'for an editor, or for a program that writes models' },
  ],

  async run({ surroundings }) {
    const { graphSchema } = await import('../../graph/json-schema.js');
    surroundings.stdout.write(`${JSON.stringify(graphSchema(), null, 2)}\n`);
    return 0;
  },
};
