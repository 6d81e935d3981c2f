/** What `stanchion.config.ts` imports: 'stanchion/config'. */

import type { Severity } from './audit/finding.js';
import type { PresetName } from './audit/preset-names.js';
import type { Options, Rule } from './audit/rule.js';
import type { RuleOptions } from './rules/rule-options.js';
import type { Environment } from './vocabulary/environments.js';
import type { Kind } from './vocabulary/kinds.js';
import type { BuiltInRule, CustomRules, RuleId } from './vocabulary/rule-ids.js';

export type { Kind, PresetName, Rule, RuleId, RuleOptions, Severity };

/** Gives a configuration its types; nothing else. */
export function defineConfig(config: Config): Config {
  return config;
}

/** The options of a rule: those of the program are known; an own rule tells its own in `CustomRules`. */
export type OptionsOf<Id extends RuleId> = Id extends BuiltInRule
  ? Id extends keyof RuleOptions
    ? RuleOptions[Id]
    : Readonly<Record<string, never>>
  : Id extends keyof CustomRules
    ? CustomRules[Id] extends object
      ? CustomRules[Id]
      : Options
    : Options;

/** A severity for all findings of a rule, `'off'`, or either with options. */
export type RuleSetting<Id extends RuleId> =
  | Severity
  | 'off'
  | { readonly severity?: Severity | 'off'; readonly options?: Partial<OptionsOf<Id>> };

export type RuleSettings = { readonly [Id in RuleId]?: RuleSetting<Id> };

/** Rules for a part of what is audited. Of each criterion one value has to hold, of several criteria all. */
export interface ConfigScope {
  readonly kinds?: readonly Kind[];
  readonly tags?: readonly string[];
  /** Patterns of element ids: `'inside/**'`. */
  readonly paths?: readonly string[];
  readonly environments?: readonly Environment[];
  /** Patterns of the models' files, from the configuration's folder. */
  readonly files?: readonly string[];
  readonly rules: RuleSettings;
}

/** What `stanchion.config.ts` holds. Paths are from its folder. */
export interface Config {
  /** Files, folders and patterns where a command names none; `['models']` where left out. */
  readonly models?: readonly string[];
  /** The rules to begin with; `'recommended'` where left out. */
  readonly preset?: PresetName;
  readonly rules?: RuleSettings;
  /** The last that applies to a finding decides. */
  readonly scopes?: readonly ConfigScope[];
  /** Rules of your own, or lists of them, as their files and packages export them. */
  readonly ownRules?: readonly (Rule | readonly Rule[])[];
  /** Findings that are known; `'stanchion-baseline.json'` where left out. */
  readonly baseline?: string;
  /** The severity from which on an audit exits with 1; `'high'` where left out. */
  readonly failOn?: Severity | 'never';
  readonly gate?: GateConfig;
}

/** What `stanchion gate` refuses. It is taken from the base of a change, never from the change itself. */
export interface GateConfig {
  /** New findings at least that bad; as `failOn` of the configuration where left out. */
  readonly failOn?: Severity | 'never';
  /** In place of `failOn`, for findings of these rules; `'low'`: always. */
  readonly rules?: { readonly [Id in RuleId]?: Severity | 'never' };
  /** The most new single points of failure in all models together; as many as come where left out. */
  readonly newSinglePoints?: number;
  /** An objective that is newly missed; `'fail'` where left out. */
  readonly objectives?: 'fail' | 'tell';
  /** What the internet newly reaches, or by more; `'tell'` where left out. */
  readonly exposure?: 'fail' | 'tell';
  /** What is told, asked or claimed less than before; `'fail'` where left out. */
  readonly weakening?: 'fail' | 'tell';
  /** Waivers that the change adds, or makes count for longer; `'fail'` where left out. */
  readonly waivers?: 'fail' | 'tell';
}
