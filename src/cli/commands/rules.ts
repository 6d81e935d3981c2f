import type { Command } from '../command.js';
import { ruleFlags } from '../model-flags.js';

export const rules: Command = {
  summary: 'List the rules that an audit applies.',
  usage: '[RULES] [flags]',
  about:
    'A rule that is named is told in full: what may happen, what to do, and what it refers to. The list has the\n' +
    'severities of this project; off is what it does not ask. With --preset it has only what that preset asks.',
  takesFiles: true,
  flags: { json: { help: 'As JSON.' }, ...ruleFlags },
  examples: [
    { line: 'stanchion rules', does: 'every rule, one line each' },
    { line: 'stanchion rules --preset availability', does: 'what a preset asks' },
    { line: 'stanchion rules transport/tls-ends-at-load-balancer', does: 'one of them in full' },
  ],

  async run(request) {
    const { tellRules } = await import('../tell-rules.js');
    return tellRules(request);
  },
};
