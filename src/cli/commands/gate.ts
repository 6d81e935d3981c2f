import { severities } from '../../audit/finding.js';
import { gateFormats } from '../../report/gate-formats.js';
import { chooseOutputs } from '../choose-outputs.js';
import type { Command, Request } from '../command.js';
import { Misuse } from '../misuse.js';
import { modelFlags, outFlag } from '../model-flags.js';

export const gate: Command = {
  summary: 'Refuse a change that makes the models worse; exit 1 where it does.',
  usage: '--base REF [FILES] [flags]',
  about:
    'The base is what a branch, tag or commit of git holds where the change began; or a folder: ./old, ../main. The models of\n' +
    'the working folder are held against it. Configuration, own rules and baseline are those of the base: a change does not\n' +
    'decide what is asked of it.',
  takesFiles: true,
  flags: {
    base: { help: 'What the change is held against: a ref of git, or a folder.', value: 'REF' },
    format: {
      help: 'How it is told: on standard output, or in a file.',
      value: 'FORMAT',
      words: gateFormats,
      repeatable: true,
      toFile: true,
    },
    json: { help: 'The same as --format json.' },
    'fail-on': {
      help: 'Refuse new findings that are at least that bad; high where nothing else is said.',
      value: 'SEVERITY',
      words: [...severities, 'never'],
    },
    'fail-on-rule': {
      help: 'For findings of this rule, in place of --fail-on: network/egress-unrestricted=low, hygiene/missing-owner=never.',
      value: 'RULE=SEVERITY',
      repeatable: true,
    },
    'new-single-points': { help: 'The most new single points of failure that may come.', value: 'NUMBER' },
    'refuse-exposure': { help: 'Refuse that the internet reaches something that it did not, or by more.' },
    'allow-weakening': { help: 'Let pass what is only told, asked or claimed less; it is still listed.' },
    'allow-waivers': { help: 'Let waivers count that the change adds; they are still listed.' },
    'trust-head': { help: 'Take configuration, own rules and baseline from the change itself.' },
    picture: { help: 'Draw it: change.svg beside the other pictures of each model that changed.' },
    out: { ...outFlag.out!, help: 'Draw it, and write to this folder, one folder for each model in it.' },
    'rule-pages': {
      help: 'Where the pages of the rules are published, for links: an address of https, to which RULE.md is added.',
      value: 'URL',
    },
    ...modelFlags,
  },
  examples: [
    { line: 'stanchion gate --base origin/main', does: 'what a pull request changes' },
    { line: 'stanchion gate --base origin/main --fail-on medium --new-single-points 0', does: 'stricter' },
    { line: 'stanchion gate --base ../main models', does: 'against a folder, without git' },
    {
      line: 'stanchion gate --base origin/main --format markdown=out/comment.md --format sarif=out/gate.sarif --picture',
      does: 'a comment with a picture, and a file for code scanning',
    },
  ],

  async run(request) {
    const base = baseOf(request);
    const outputs = chooseOutputs(request);
    const { gateModels } = await import('../gate-models.js');
    return gateModels(request, { base, outputs });
  },
};

function baseOf({ values, files }: Request): string {
  const [base, other] = new Set(values('base'));
  if (other !== undefined) {
    throw new Misuse(
      `A change is held against one base, and two are given: '${base}' and '${other}'.`,
      'Give one of them.',
    );
  }
  if (base !== undefined) return base;
  const [word = 'origin/main', another] = files;
  const named = another === undefined && !/\.[cm]?[jt]s$/.test(word) ? word : 'origin/main';
  throw new Misuse("'stanchion gate' needs to know what was before.", `Write: stanchion gate --base ${named}`);
}
