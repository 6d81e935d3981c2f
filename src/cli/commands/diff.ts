import { changeFormats } from '../../report/change-reporters.js';
import { chooseOutputs } from '../choose-outputs.js';
import type { Command, Request } from '../command.js';
import { Misuse } from '../misuse.js';
import { outFlag, readingFlags, ruleFlags } from '../model-flags.js';

export const diff: Command = {
  summary: 'Say what a change makes of the models: worse, better, weakened, changed.',
  usage: 'A B [flags]',
  about:
    'A is what was, B what is: files, folders or patterns. Models are the same by name and environment, in whatever file they\n' +
    'stand; two files with one model each are compared whatever they are called. Nothing is told of what has not changed. The\n' +
    'exit code is 0 whatever changed: it is an answer, no gate.',
  takesFiles: true,
  flags: {
    format: {
      help: 'How the change is told: on standard output, or in a file.',
      value: 'FORMAT',
      words: changeFormats,
      repeatable: true,
      toFile: true,
    },
    json: { help: 'The same as --format json.' },
    picture: { help: 'Draw it: change.svg beside the other pictures of each model that changed.' },
    out: { ...outFlag.out!, help: `Draw it, and write to this folder, one folder for each model in it.` },
    ...readingFlags,
    ...ruleFlags,
  },
  examples: [
    { line: 'stanchion diff old/shop.arch.ts shop.arch.ts', does: 'what became of one model' },
    { line: 'stanchion diff ../main/models models --picture', does: 'every model of two folders, with pictures' },
    {
      line: 'stanchion diff old new --format terminal --format markdown=change.md',
      does: 'for people, and for a pull request',
    },
    { line: 'stanchion diff old new --json', does: 'all of it, for programs' },
  ],

  async run(request) {
    const [base, head] = sidesOf(request);
    const outputs = chooseOutputs(request);
    const { compareInputs } = await import('../compare-inputs.js');
    return compareInputs(request, { base, head, outputs });
  },
};

function sidesOf({ files }: Request): readonly [base: string, head: string] {
  const [base, head, another] = files;
  if (base !== undefined && head !== undefined && another === undefined) return [base, head];
  const given =
    files.length === 0 ? 'none is named' : `${files.length === 1 ? 'only one is' : `${files.length} are`} named`;
  throw new Misuse(`'stanchion diff' compares two files or folders, and ${given}.`, 'Write: stanchion diff OLD NEW');
}
