import type { PlainPreset } from './preset-names.js';
import type { Rule } from './rule.js';
import type { Settings } from './settings.js';
import type { PinnedRules } from './versions.js';

/** What a preset asks of the rules that come with the program. Rules about waivers belong to every one. */
interface Preset {
  readonly about: string;
  asks(rule: Rule): boolean;
}

const securityFamilies = ['transport', 'network', 'access', 'privacy'];
const availabilityFamilies = ['availability', 'data', 'capacity', 'operations', 'deployment'];

/** One line each: the table that decides. A rule that is not recommended is asked by `strict` and `all` alone. */
const presets: Readonly<Record<PlainPreset, Preset>> = {
  recommended: { about: 'what nearly every architecture should hold to', asks: ({ recommended }) => recommended },
  strict: { about: 'every rule, and an audit fails from medium on', asks: () => true },
  security: { about: 'who gets in, and what is read or altered', asks: recommendedAnd(isSecurity) },
  availability: { about: 'what goes down, is lost or is too slow', asks: recommendedAnd(isAvailability) },
  all: { about: 'every rule', asks: () => true },
  stride: { about: 'rules that refer to STRIDE', asks: recommendedAnd(refersTo(/^STRIDE:/)) },
  'nist-800-53': { about: 'rules that refer to NIST SP 800-53', asks: recommendedAnd(refersTo(/^NIST /)) },
  'aws-well-architected': {
    about: 'rules that refer to AWS Well-Architected',
    asks: recommendedAnd(refersTo(/^AWS /)),
  },
  cwe: { about: 'rules that refer to a weakness of the CWE list', asks: recommendedAnd(refersTo(/^CWE-/)) },
  asvs: { about: 'rules that refer to OWASP ASVS', asks: recommendedAnd(refersTo(/^ASVS /)) },
  cis: { about: 'rules that refer to the CIS Controls', asks: recommendedAnd(refersTo(/^CIS /)) },
};

/** What a preset is about, in a few words. */
export function presetAbout(name: string): string {
  return Object.hasOwn(presets, name)
    ? presets[name as PlainPreset].about
    : 'the rules and severities of that major version';
}

/** An audit with the preset fails at this severity where nothing else is said. */
export function failsFrom(name: string): 'medium' | 'high' {
  return name === 'strict' ? 'medium' : 'high';
}

/**
 * The settings of a preset. Own rules are in every one, those that are not recommended in `strict` and `all` alone.
 *
 * @throws RangeError where there is no such preset
 */
export function presetSettings(
  name: string,
  builtIn: readonly Rule[],
  own: readonly Rule[],
  versions: readonly PinnedRules[],
): Settings {
  const isStrict = name === 'strict' || name === 'all';
  const ownOff = own.filter(({ recommended }) => !isStrict && !recommended).map(({ id }) => [id, 'off'] as const);
  const pinned = /^recommended@([1-9]\d*)$/.exec(name)?.[1];
  if (pinned !== undefined) {
    const version = versions[Number(pinned) - 1];
    if (!version) throw new RangeError(`there is no preset '${name}'`);
    const severities = builtIn.map(({ id }) => [id, version[id] ?? 'off'] as const);
    return { severities: Object.fromEntries([...severities.filter(isChange(builtIn)), ...ownOff]) };
  }
  if (!Object.hasOwn(presets, name)) throw new RangeError(`there is no preset '${name}'`);
  const preset = presets[name as PlainPreset];
  const off = builtIn.filter((rule) => !rule.runsLast && !preset.asks(rule)).map(({ id }) => [id, 'off'] as const);
  return { severities: Object.fromEntries([...off, ...ownOff]) };
}

/** A severity that is forced holds for all findings of a rule: one that has not changed is left to the rule. */
function isChange(rules: readonly Rule[]): (entry: readonly [id: string, severity: string]) => boolean {
  const severityOf = new Map(rules.map(({ id, severity }) => [id, severity]));
  return ([id, severity]) => severityOf.get(id) !== severity;
}

function recommendedAnd(asks: (rule: Rule) => boolean): (rule: Rule) => boolean {
  return (rule) => rule.recommended && asks(rule);
}

function isSecurity(rule: Rule): boolean {
  return securityFamilies.includes(rule.family) || threats(rule).some((threat) => threat !== 'D');
}

/** The families, without what is only about who reads or alters; and what else makes a service unavailable. */
function isAvailability(rule: Rule): boolean {
  const isDenial = threats(rule).includes('D');
  const isOtherThreat = threats(rule).length > 0 && !isDenial;
  return isDenial || (availabilityFamilies.includes(rule.family) && !isOtherThreat) || refersTo(/^AWS REL/)(rule);
}

/** The letters of STRIDE that a rule refers to. */
function threats({ references }: Rule): readonly string[] {
  return references.flatMap(({ id }) => /^STRIDE:(.)$/.exec(id)?.[1] ?? []);
}

function refersTo(pattern: RegExp): (rule: Rule) => boolean {
  return ({ references }) => references.some(({ id }) => pattern.test(id));
}
