import type { Severity } from '../finding.js';
import type { Rule } from '../rule.js';
import { unknownRule } from '../settings.js';
import { below, isRecord, type Tell } from './given.js';
import { failOnGiven, tellUnknown, wordGiven } from './words-given.js';

/** What a configuration says of the gate. */
export interface GatePart {
  readonly failOn?: Severity | 'never';
  readonly failOnRules: ReadonlyMap<string, Severity | 'never'>;
  readonly newSinglePoints?: number;
  readonly objectives?: 'fail' | 'tell';
  readonly exposure?: 'fail' | 'tell';
  readonly weakening?: 'fail' | 'tell';
  readonly waivers?: 'fail' | 'tell';
}

const deeds = ['objectives', 'exposure', 'weakening', 'waivers'] as const;
const names = ['failOn', 'rules', 'newSinglePoints', ...deeds];

/** `{ failOn: 'medium', rules: { 'network/egress-unrestricted': 'low' }, newSinglePoints: 0, waivers: 'tell' }`. */
export function checkGate(given: unknown, rules: ReadonlyMap<string, Rule>, tell: Tell): GatePart {
  if (given === undefined) return { failOnRules: new Map() };
  if (!isRecord(given)) {
    tell({ message: "'gate' has to be an object." });
    return { failOnRules: new Map() };
  }
  tellUnknown(given, names, 'setting of the gate', tell);
  const failOn = failOnGiven(given.failOn, 'failOn', tell);
  const most = mostGiven(given.newSinglePoints, tell);
  const words = deeds.map((name) => [name, wordGiven(given[name], name, ['fail', 'tell'], tell)]);
  return {
    ...(failOn !== undefined && { failOn }),
    failOnRules: checkRules(given.rules, rules, below(tell, 'rules')),
    ...(most !== undefined && { newSinglePoints: most }),
    ...Object.fromEntries(words.filter(([, word]) => word !== undefined)),
  };
}

function checkRules(given: unknown, rules: ReadonlyMap<string, Rule>, tell: Tell): GatePart['failOnRules'] {
  if (given === undefined) return new Map();
  if (!isRecord(given)) {
    tell({ message: "'rules' has to be an object." });
    return new Map();
  }
  const limits = Object.entries(given).flatMap(([id, value]): [string, Severity | 'never'][] => {
    if (!rules.has(id)) {
      tell({ ...unknownRule(id, [...rules.keys()]), at: [id], isName: true, unknownRule: id });
      return [];
    }
    const limit = failOnGiven(value, id, tell);
    return limit === undefined ? [] : [[id, limit]];
  });
  return new Map(limits);
}

function mostGiven(value: unknown, tell: Tell): number | undefined {
  if (value === undefined || (typeof value === 'number' && Number.isInteger(value) && value >= 0)) return value;
  tell({ message: "'newSinglePoints' has to be a whole number, 0 or more.", at: ['newSinglePoints'] });
  return undefined;
}
