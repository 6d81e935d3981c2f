import { changeFormats } from '../../report/change-reporters.js';
import { chooseOutputs } from '../choose-outputs.js';
import type { Command, Request } from '../command.js';
import { Misuse } from '../misuse.js';
import { outFlag, readingFlags, ruleFlags } from '../model-flags.js';

export const diff: Command = {
  summary: 'Say what a change makes of the models: worse, better, weakened, changed.',
  usage: 'REF [REF] [-- FILES] [flags], or OLD NEW',
  about:
    'REF is a branch, a tag or a commit of git. One alone: what the working folder, with all that is not committed, makes of the\n' +
    'models since it left REF, as the gate has it (the merge base). Two of refs, files and folders: both as they stand. FILES are the\n' +
    'models to compare. A word that is a ref and a file is refused: write git:REF or ./FILE. Rules are those of the configuration of\n' +
    'this folder on both sides, and models run in the sandbox. Models are the same by name and environment, in whatever file they\n' +
    'stand. The exit code is 0 whatever changed: it is an answer, no gate.',
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
    { line: 'stanchion diff origin/main --picture', does: 'what you have changed since you left it, with pictures' },
    { line: 'stanchion diff HEAD', does: 'what is not committed yet' },
    { line: 'stanchion diff v1.0 v2.0 -- models/shop.arch.ts', does: 'what became of one model between two tags' },
    { line: 'stanchion diff old/shop.arch.ts shop.arch.ts', does: 'two files' },
    { line: 'stanchion diff ../main/models models --json', does: 'two folders, for programs' },
    {
      line: 'stanchion diff main --format terminal --format markdown=change.md',
      does: 'for people, and for a pull request',
    },
  ],

  async run(request) {
    const words = wordsOf(request);
    const outputs = chooseOutputs(request);
    const { compareInputs } = await import('../compare-inputs.js');
    return compareInputs(request, { words, outputs });
  },
};

function wordsOf({ files, behindDashes }: Request): readonly string[] {
  const words = files.slice(0, files.length - behindDashes.length);
  if (words.length === 1 || words.length === 2) return words;
  if (words.length === 0) {
    throw new Misuse(
      "'stanchion diff' has to know what was before, and nothing is named.",
      'Write: stanchion diff origin/main, or: stanchion diff OLD NEW',
    );
  }
  throw new Misuse(
    `'stanchion diff' compares two states, and ${words.length} are named.`,
    'Which models are compared stands behind two dashes: stanchion diff REF REF -- FILES',
  );
}
