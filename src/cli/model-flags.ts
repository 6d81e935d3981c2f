import { frameworkNames } from '../audit/frameworks/framework-names.js';
import { presetNames } from '../audit/preset-names.js';
import type { Flags } from './command.js';

/** The flags of every command that asks rules. */
export const ruleFlags: Flags = {
  preset: {
    help: 'The rules to ask; recommended where nothing is said.',
    value: 'PRESET',
    words: presetNames(),
  },
  config: { help: 'The configuration; stanchion.config.ts of this folder or above it where left out.', value: 'FILE' },
  'no-config': { help: 'Without any configuration.' },
};

/** The flags of every command that audits models. */
export const baselineFlags: Flags = {
  baseline: { help: 'The file of known findings; stanchion-baseline.json where nothing is said.', value: 'FILE' },
  'no-baseline': { help: 'Tell known findings like any other.' },
};

/** How models are read. */
export const readingFlags: Flags = {
  today: { help: 'The day to audit for; today where left out.', value: 'DAY' },
  'no-cache': { help: 'Read and check every model anew.' },
};

/** The flags of every command that reads models. */
export const modelFlags: Flags = {
  ...readingFlags,
  ...ruleFlags,
  ...baselineFlags,
};

/** Where pictures and reports go. */
export const outFlag: Flags = {
  out: { help: 'The folder to write to, one folder for each model in it; output where left out.', value: 'FOLDER' },
};

/** Of several models the one that is meant. */
export const modelFlag: Flags = {
  model: { help: 'Of several models this one, by its name or its file.', value: 'NAME' },
};

/** Told by the controls of a framework. */
export const frameworkFlag: Flags = {
  framework: { help: 'Tell it by the controls of this framework.', value: 'NAME', words: frameworkNames },
};

/** Of the commands that edit models. */
export const dryRunFlag: Flags = {
  'dry-run': { help: 'Print the patch, and write nothing.' },
};
