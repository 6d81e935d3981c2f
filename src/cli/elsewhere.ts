import { visible } from '../report/terminal/visible.js';
import type { Surroundings } from './surroundings.js';

/** The same surroundings in a folder that stands for the working folder. */
export interface Elsewhere {
  readonly surroundings: Surroundings;
  /** Tells what was printed there as being of there: a file of the same name here may be right. */
  tell(name: string, more?: string): void;
}

export function elsewhere(surroundings: Surroundings, cwd: string): Elsewhere {
  const printed: string[] = [];
  const stderr = { ...surroundings.stderr, isTerminal: false, write: (text: string) => void printed.push(text) };
  return {
    surroundings: { ...surroundings, cwd, stderr },
    tell(name, more = '') {
      if (printed.length > 0) surroundings.stderr.write(`In ${visible(name)}:\n${printed.join('')}${more}`);
    },
  };
}
