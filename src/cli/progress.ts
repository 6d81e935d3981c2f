import { visible } from '../report/terminal/visible.js';
import { type Surroundings, wantsProgress } from './surroundings.js';

/** Says on a terminal what is being done, once the work has lasted a second; elsewhere says nothing. */
export interface Progress {
  step(text: string): void;
  /** Wipes the line, before anything else is printed. */
  wipe(): void;
}

const patience = 1000;

export function startProgress(surroundings: Surroundings): Progress {
  if (!wantsProgress(surroundings)) return { step: () => {}, wipe: () => {} };
  const { now, stderr } = surroundings;
  const start = now();
  let current = '';
  let isShown = false;
  const show = () => {
    isShown = true;
    stderr.write(`\r\u001b[K${visible(current).slice(0, (stderr.columns ?? 80) - 1)}`);
  };
  // A step that lasts is shown by the timer where it leaves the thread free, a run of short ones by the next step.
  const timer = setTimeout(show, patience);
  timer.unref();
  return {
    step(text) {
      current = `${text} …`;
      if (now() - start >= patience) show();
    },
    wipe() {
      clearTimeout(timer);
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}
