import { realpathSync } from 'node:fs';
import { findModels } from '../load/find-models.js';

/** Whether there is any model where an input of a command leads. What cannot be read is there. */
export function hasModels(input: string, cwd: string): boolean {
  return !findModels([input], realpathSync(cwd)).absent.includes(input);
}
