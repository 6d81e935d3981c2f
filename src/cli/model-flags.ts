import { frameworkNames } from '../audit/frameworks/frameworks.js';
import type { Flags } from './command.js';

/** The flags of every command that reads models. */
export const modelFlags: Flags = {
  today: { help: 'The day to audit for; today where left out.', value: 'DAY' },
  'no-cache': { help: 'Read and check every model anew.' },
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
