import { presetSettings } from '../presets.js';
import type { Rule } from '../rule.js';
import type { Settings } from '../settings.js';
import type { PinnedRules } from '../versions.js';
import type { CheckedConfig } from './check-config.js';

/** What a configuration asks of a model. */
export interface Setup {
  /** Those of the program, then the own ones. */
  readonly rules: readonly Rule[];
  readonly settings: Settings;
}

/** @param folder the way from the configuration's folder to the one that models are named from */
export function setupOf(
  config: CheckedConfig,
  preset: string,
  builtIn: readonly Rule[],
  versions: readonly PinnedRules[],
  folder = '',
): Setup {
  const { ownRules, options, scopes } = config;
  const rules = [...builtIn, ...ownRules];
  const { severities = {} } = presetSettings(preset, builtIn, ownRules, versions);
  const asked = rules.filter(({ id }) => severities[id] === 'off' && options[id] !== undefined);
  const switchedOn = Object.fromEntries(asked.map(({ id, severity }) => [id, severity]));
  return {
    rules,
    settings: { severities: { ...severities, ...switchedOn, ...config.severities }, options, scopes, folder },
  };
}
