import { analysesOf } from '../../analyses/analyses-of.js';
import type { AnalysedJourney, SinglePoint } from '../../analyses/faults/result.js';
import { type Audit, type Finding, type Severity, severities } from '../../audit/finding.js';
import { type Comparison, type ModelChange, type NewModel, newModel } from '../compare-sides.js';
import type { ExposureChange } from '../diff-exposure.js';
import type { Worsened } from '../diff-findings.js';
import type { ObjectiveChange } from '../diff-objectives.js';
import type { Weakening } from '../weakened.js';
import { type GateLimits, onlyTells } from './gate-limits.js';
import { severityOfWeakening, weakeningSeverity } from './weakening-severity.js';

/** What the gate does not let pass, of one model. Each list in the order of what it is taken from. */
export interface Refused {
  /** Of the head; of the base where the model is gone. */
  readonly audit: Audit;
  readonly fresh: readonly Finding[];
  /** Found before, and worse now. */
  readonly worsened: readonly Worsened[];
  readonly weakened: readonly Weakening[];
  readonly objectives: readonly ObjectiveChange[];
  /** What the internet newly reaches, or by more. */
  readonly exposure: readonly ExposureChange[];
  /** Journeys that no longer work with nothing failed. */
  readonly broken: readonly AnalysedJourney[];
  /** Those that count against the most that may come; none where as many may. */
  readonly singlePoints: readonly SinglePoint[];
  readonly became: 'changed' | 'added' | 'deleted' | 'incomparable';
}

export interface GateVerdict {
  readonly passes: boolean;
  /** Only models with something refused, in the order of the comparison. */
  readonly refused: readonly Refused[];
  /** New ones in all models; undefined where there is no limit to them. */
  readonly newSinglePoints: number | undefined;
  readonly limits: GateLimits;
}

/** Holds a comparison against what a team lets pass. */
export function judgeComparison(comparison: Comparison, limits: GateLimits): GateVerdict {
  const { changed, added, deleted, unpaired } = comparison;
  // Where not all of the base could be read nobody can say what is new: all of it may be.
  const incomparable = unpaired.head.map(newModel);
  const counted = limits.newSinglePoints === undefined ? undefined : countNew(changed, [...added, ...incomparable]);
  const tooMany = limits.failOn !== 'never' && counted !== undefined && counted.number > (limits.newSinglePoints ?? 0);
  const ofModel = (audit: Audit) => (tooMany ? (counted.points.get(audit) ?? []) : []);
  const judged = [
    ...changed.map((change) => judgeChange(change, ofModel(change.head), limits)),
    ...added.map((model) => judgeNew(model, 'added', ofModel(model.head), limits)),
    ...incomparable.map((model) => judgeNew(model, 'incomparable', ofModel(model.head), limits)),
    ...deleted.map((audit) => judgeDeleted(audit, limits)),
  ];
  const refused = onlyTells(limits) ? [] : judged.filter(isRefused);
  return { passes: refused.length === 0, refused, newSinglePoints: counted?.number, limits };
}

function countNew(changed: readonly ModelChange[], others: readonly NewModel[]) {
  const points = new Map([
    ...changed.map(({ head, analyses }) => [head, analyses.singlePoints.fresh.filter(isAsked)] as const),
    ...others.map(({ head }) => [head, analysesOf(head.model).faults.singlePoints.filter(isAsked)] as const),
  ]);
  return { points, number: [...points.values()].reduce((sum, { length }) => sum + length, 0) };
}

function judgeChange(change: ModelChange, singlePoints: readonly SinglePoint[], limits: GateLimits): Refused {
  const { head, findings, analyses, weakened } = change;
  const known = new Set(head.baselined);
  const told = (finding: Finding) => !known.has(finding) && finding.accepted === undefined;
  return {
    audit: head,
    fresh: findings.fresh.filter((finding) => told(finding) && failsAt(finding, limits)),
    worsened: findings.worse.filter(({ after }) => failsAt(after, limits)),
    weakened: weakened.filter((one) => isWeakeningRefused(one, head, limits)),
    objectives: analyses.objectives.filter(({ became }) => became === 'missed' && areObjectivesHeld(limits)),
    exposure: isExposureHeld(limits) ? analyses.exposure.filter(({ became }) => became === 'opened') : [],
    broken: limits.failOn === 'never' ? [] : analyses.journeys.broken,
    singlePoints,
    became: 'changed',
  };
}

function judgeNew(
  { head, objectives, exposure, weakened }: NewModel,
  became: Refused['became'],
  singlePoints: readonly SinglePoint[],
  limits: GateLimits,
): Refused {
  return {
    ...nothing(head, became),
    fresh: head.findings.filter((finding) => failsAt(finding, limits)),
    weakened: weakened.filter((one) => isWeakeningRefused(one, head, limits)),
    objectives: areObjectivesHeld(limits) ? objectives : [],
    exposure: isExposureHeld(limits) ? exposure : [],
    singlePoints,
  };
}

function judgeDeleted(audit: Audit, limits: GateLimits): Refused {
  const isHeld = limits.weakening === 'fail' && reaches(weakeningSeverity, limits.failOn);
  return { ...nothing(audit, isHeld ? 'deleted' : 'changed') };
}

function nothing(audit: Audit, became: Refused['became']): Refused {
  return {
    audit,
    fresh: [],
    worsened: [],
    weakened: [],
    objectives: [],
    exposure: [],
    broken: [],
    singlePoints: [],
    became,
  };
}

function isRefused({ became, audit: _, ...lists }: Refused): boolean {
  return became === 'deleted' || Object.values(lists).some(({ length }) => length > 0);
}

function isWeakeningRefused(one: Weakening, head: Audit, limits: GateLimits): boolean {
  if (limits[one.sort === 'waiver' ? 'waivers' : 'weakening'] === 'tell') return false;
  const severity = severityOfWeakening(one, head);
  const rule = ruleOf(one);
  return severity !== undefined && reaches(severity, limitOf(rule, limits));
}

function ruleOf(one: Weakening): string | undefined {
  switch (one.sort) {
    case 'finding':
    case 'exempt':
      return one.finding.rule;
    case 'fact':
      return one.fact.rule;
    case 'waiver':
      return one.waiver.rule;
    default:
      return undefined;
  }
}

/** An objective is the team's own figure: how bad it is to miss it needs no severity. */
function areObjectivesHeld({ objectives, failOn }: GateLimits): boolean {
  return objectives === 'fail' && failOn !== 'never';
}

function isExposureHeld({ exposure, failOn }: GateLimits): boolean {
  return exposure === 'fail' && failOn !== 'never';
}

function failsAt({ rule, severity }: Finding, limits: GateLimits): boolean {
  return reaches(severity, limitOf(rule, limits));
}

function limitOf(rule: string | undefined, { failOn, failOnRules }: GateLimits): Severity | 'never' {
  return (rule === undefined ? undefined : failOnRules.get(rule)) ?? failOn;
}

function reaches(severity: Severity, limit: Severity | 'never'): boolean {
  return limit !== 'never' && severities.indexOf(severity) <= severities.indexOf(limit);
}

/** Nothing in the model asks to survive the loss of the others. */
function isAsked({ onlyListed }: SinglePoint): boolean {
  return !onlyListed;
}
