import type { Waiver } from '../../graph/architecture.js';

/** Whether two waivers say the same of the same: an audit that was kept has copies of those of its model. */
export function isSameWaiver(one: Waiver, other: Waiver): boolean {
  return (
    one.rule === other.rule &&
    one.element === other.element &&
    one.because === other.because &&
    one.until === other.until &&
    one.by === other.by
  );
}
