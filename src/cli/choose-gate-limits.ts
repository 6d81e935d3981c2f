import { isSeverity, type Severity, severities } from '../audit/finding.js';
import { unknownRule } from '../audit/settings.js';
import { type GateLimits, usualLimits } from '../diff/gate/gate-limits.js';
import type { Request } from './command.js';
import { Misuse } from './misuse.js';
import type { Project } from './open-project.js';

/** What is refused: as the flags say, else the configuration, else what is usual. */
export function chooseGateLimits(request: Request, { gate, failOn, rules }: Project): GateLimits {
  const { has, value, values } = request;
  const most = value('new-single-points');
  const ids = rules.map(({ id }) => id);
  return {
    ...usualLimits,
    failOn,
    ...gate,
    ...(has('fail-on') && { failOn: value('fail-on') as Severity | 'never' }),
    failOnRules: new Map([
      // Whoever runs it and says 'never' means all that the configuration says, too.
      ...(value('fail-on') === 'never' ? [] : gate.failOnRules),
      ...values('fail-on-rule').map((given) => ruleLimit(given, ids)),
    ]),
    ...(most !== undefined && { newSinglePoints: numberOf(most) }),
    ...(has('refuse-exposure') && { exposure: 'fail' as const }),
    ...(has('allow-weakening') && { weakening: 'tell' as const }),
    ...(has('allow-waivers') && { waivers: 'tell' as const }),
  };
}

function ruleLimit(given: string, ids: readonly string[]): readonly [string, Severity | 'never'] {
  const end = given.lastIndexOf('=');
  const [rule, limit] = [given.slice(0, end), given.slice(end + 1)];
  if (end < 1 || !(isSeverity(limit) || limit === 'never')) {
    throw new Misuse(
      `'--fail-on-rule ${given}' names no rule with a severity.`,
      `Write: --fail-on-rule RULE=SEVERITY, one of ${[...severities, 'never'].join(', ')}.`,
    );
  }
  if (ids.includes(rule)) return [rule, limit];
  const { message, hint } = unknownRule(rule, ids);
  throw new Misuse(message, hint);
}

function numberOf(given: string): number {
  if (/^\d{1,6}$/.test(given)) return Number(given);
  throw new Misuse(`'--new-single-points ${given}' is no number.`, 'Write a whole number, 0 or more.');
}
