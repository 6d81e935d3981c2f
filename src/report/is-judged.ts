import type { Audit } from '../audit/finding.js';

/** Whether any rule had a question to the model: of one that is empty it would be idle to say how much it answers. */
export function isJudged({ outcomes }: Pick<Audit, 'outcomes'>): boolean {
  return outcomes.some(({ outcome }) => outcome !== 'not applicable');
}
