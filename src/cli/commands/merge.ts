import { type Severity, severities } from '../../audit/finding.js';
import type { FrameworkName } from '../../audit/frameworks/framework-names.js';
import { reportFormats } from '../../report/reporters.js';
import { chooseOutputs } from '../choose-outputs.js';
import type { Command } from '../command.js';
import { deliver } from '../deliver.js';
import { baselineFlags, frameworkFlag, ruleFlags } from '../model-flags.js';
import { refuseOtherFormats } from '../refuse-other-formats.js';

export const merge: Command = {
  summary: 'Join the parts of an audit that was run in shards; exit as the whole would have.',
  usage: 'PART… [flags]',
  about:
    'Parts are written by stanchion audit --shard I/N --format part=FILE. All of them have to be there, of one day, one version and one configuration, which is read here once more.',
  takesFiles: true,
  flags: {
    format: {
      help: 'How findings are told: on standard output, or in a file.',
      value: 'FORMAT',
      words: reportFormats,
      repeatable: true,
      toFile: true,
    },
    json: { help: 'The same as --format json.' },
    'fail-on': {
      help: 'Exit 1 where a finding is at least that bad; high where nothing else is said.',
      value: 'SEVERITY',
      words: [...severities, 'never'],
    },
    'rule-pages': {
      help: 'Where the pages of the rules are published, for links: an address of https, to which RULE.md is added.',
      value: 'URL',
    },
    owner: { help: 'Only what this owner answers for.', value: 'NAME' },
    ...frameworkFlag,
    ...ruleFlags,
    ...baselineFlags,
  },
  examples: [
    { line: 'stanchion merge part-*.json', does: 'what a run over all models would have printed' },
    {
      line: 'stanchion merge part-1.json part-2.json --format sarif=out/audit.sarif',
      does: 'one file for code scanning',
    },
  ],

  async run(request) {
    const outputs = chooseOutputs(request);
    const framework = request.value('framework') as FrameworkName | undefined;
    if (framework !== undefined) refuseOtherFormats(outputs);
    const failOn = request.value('fail-on') as Severity | 'never' | undefined;
    const { mergeParts } = await import('../merge-parts.js');
    const outcome = await mergeParts(request, { outputs, framework, failOn, rulePages: request.value('rule-pages') });
    deliver(outcome, request);
    return outcome.exitCode;
  },
};
