import type { Command } from '../command.js';
import { frameworkFlag, modelFlags, outFlag } from '../model-flags.js';

export const report: Command = {
  summary: 'Write the whole document of each model, with its pictures.',
  usage: '[FILES] [flags]',
  about: 'For each model report.md and report.html, the pictures beside them. Every file that was written is listed.',
  takesFiles: true,
  flags: {
    format: { help: 'As what; both where left out.', value: 'FORMAT', words: ['md', 'html'], repeatable: true },
    ...frameworkFlag,
    ...outFlag,
    ...modelFlags,
  },
  examples: [
    { line: 'stanchion report', does: 'every model in the folder models, into output' },
    { line: 'stanchion report shop.arch.ts --format md --out docs/architecture', does: 'for a wiki or a repository' },
  ],

  async run(request) {
    const { writeReports } = await import('../write-reports.js');
    return writeReports(request);
  },
};
