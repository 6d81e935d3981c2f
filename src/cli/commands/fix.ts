import type { Command } from '../command.js';
import { dryRunFlag, modelFlag, modelFlags } from '../model-flags.js';

export const fix: Command = {
  summary: 'Write the remedies of findings into the models, where one edit is the remedy.',
  usage: '[RULE | FINDING] [FILES] [flags]',
  about:
    'RULE is a rule of which all findings are fixed, FINDING the mark or handle of one (H2, 3f0c9a); without either, everything that\n' +
    'can be. Formatting and comments stay. The patch is printed, the models are audited again, and what no longer loads is put back as\n' +
    'it was. Exit code 0 where all that was asked is fixed, 1 where something could not be written or remains.',
  takesFiles: true,
  flags: { ...dryRunFlag, ...modelFlag, ...modelFlags },
  examples: [
    { line: 'stanchion fix --dry-run', does: 'show what would be written into every model in the folder models' },
    { line: 'stanchion fix H2 shop.arch.ts', does: 'fix one finding' },
    { line: 'stanchion fix transport/tls-version-old', does: 'fix all findings of a rule' },
  ],

  async run(request) {
    const { fixModels } = await import('../fix-models.js');
    return fixModels(request);
  },
};
