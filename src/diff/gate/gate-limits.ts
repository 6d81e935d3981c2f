import type { Severity } from '../../audit/finding.js';

/** What a team does not let pass. */
export interface GateLimits {
  /** New findings at least that bad, and everything that counts as so bad. `never`: the gate only tells. */
  readonly failOn: Severity | 'never';
  /** For findings of these rules, in place of `failOn`. */
  readonly failOnRules: ReadonlyMap<string, Severity | 'never'>;
  /** The most that may come in all models together; undefined: they are not counted. */
  readonly newSinglePoints: number | undefined;
  /** Whether an objective that is newly missed fails. */
  readonly objectives: 'fail' | 'tell';
  /** Whether it fails that the internet reaches something that it did not, or by more. */
  readonly exposure: 'fail' | 'tell';
  /** Whether what is told, asked or claimed less than before fails. */
  readonly weakening: 'fail' | 'tell';
  /** The same of waivers that the change adds or makes longer. */
  readonly waivers: 'fail' | 'tell';
}

/** Whether nothing at all is refused, whatever else is limited. */
export function onlyTells({ failOn, failOnRules }: GateLimits): boolean {
  return [failOn, ...failOnRules.values()].every((limit) => limit === 'never');
}

export const usualLimits: GateLimits = {
  failOn: 'high',
  failOnRules: new Map(),
  newSinglePoints: undefined,
  objectives: 'fail',
  exposure: 'tell',
  weakening: 'fail',
  waivers: 'fail',
};
