import type { Command } from '../command.js';
import { accept } from './accept.js';
import { audit } from './audit.js';
import { diff } from './diff.js';
import { explain } from './explain.js';
import { fix } from './fix.js';
import { gate } from './gate.js';
import { merge } from './merge.js';
import { render } from './render.js';
import { report } from './report.js';
import { rules } from './rules.js';
import { schema } from './schema.js';
import { simulate } from './simulate.js';

/** Every command, in the order of the help. What is heavy in one is imported where it runs. */
export const commands: Readonly<Record<string, Command>> = {
  audit,
  render,
  report,
  diff,
  gate,
  simulate,
  explain,
  fix,
  accept,
  merge,
  rules,
  schema,
};
