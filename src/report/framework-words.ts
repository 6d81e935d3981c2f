import type { Control, ControlOutcome, FrameworkView } from '../audit/frameworks/framework-view.js';
import { counted, joined } from './words.js';

export const outcomeWords: { readonly [O in ControlOutcome]: string } = {
  finding: 'found something',
  accepted: 'accepted',
  'cannot tell': 'cannot tell',
  pass: 'passed',
  'not applicable': 'not applicable',
};

/** `31 controls: 9 found something, 17 passed, 5 not applicable.` */
export function controlCounts({ controls }: FrameworkView): string {
  const counts = (Object.keys(outcomeWords) as ControlOutcome[]).flatMap((outcome) => {
    const count = controls.filter((control) => control.outcome === outcome).length;
    return count > 0 ? [`${count} ${outcomeWords[outcome]}`] : [];
  });
  return `${counted(controls.length, 'control')}: ${counts.join(', ') || 'no rule of this audit belongs to one'}.`;
}

/** `passed: a and b; cannot tell: c`; what was found stands by itself. */
export function ruleWords({ passed, cannotTell, notApplicable }: Control): string {
  const parts = [
    ['passed', passed],
    ['cannot tell', cannotTell],
    ['not applicable', notApplicable],
  ] as const;
  return parts.flatMap(([word, rules]) => (rules.length > 0 ? [`${word}: ${joined(rules)}`] : [])).join('; ');
}

/** That a control has rules that pass does not say that it is met. */
export const controlCaution =
  'A control asks for more than a model can show: that its rules pass is no proof that it is met.';
