import type { Options, Rule } from './rule.js';
import type { RuleSeverity, Settings } from './settings.js';

/** How a rule is asked under some settings. */
export interface InForce {
  readonly severity: RuleSeverity;
  /** The rule's own, with what the settings change. */
  readonly options: Options;
  /** What scopes change of it, each for a part of what is audited; the last that applies decides. */
  readonly scopes: readonly { readonly severity?: RuleSeverity; readonly options?: Options }[];
}

export function inForce({ id, severity, options }: Rule, settings: Settings): InForce {
  return {
    severity: settings.severities?.[id] ?? severity,
    options: { ...options, ...settings.options?.[id] },
    scopes: (settings.scopes ?? []).flatMap((scope) => {
      const [severityThere, optionsThere] = [scope.severities?.[id], scope.options?.[id]];
      if (severityThere === undefined && optionsThere === undefined) return [];
      return { ...(severityThere && { severity: severityThere }), ...(optionsThere && { options: optionsThere }) };
    }),
  };
}
