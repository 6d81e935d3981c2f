import type { LazyAnalyses } from '../analyses/analyses-of.js';
import type { Architecture } from '../graph/architecture.js';
import type { Day } from '../vocabulary/units.js';
import type { Finding, Subject } from './finding.js';
import type { JudgedWaiver } from './judge-waivers.js';
import { makeFinding } from './make-finding.js';
import type { Options, Rule, RuleContext } from './rule.js';
import type { Say } from './say.js';
import type { Settings } from './settings.js';
import { type FactWanted, factWanted } from './wanted-facts.js';

/** What a rule waits for, on one subject. */
export interface Unanswered extends FactWanted {
  readonly rule: string;
  readonly subject: Subject | 'model';
}

/** How one rule fared on one model. */
export interface RuleRun {
  readonly rule: Rule;
  readonly passed: readonly (Subject | 'model')[];
  readonly findings: readonly Finding[];
  readonly unanswered: readonly Unanswered[];
  /** Findings that a scope of the settings does not want. */
  readonly switchedOff: readonly Finding[];
  /** What it threw; what it had said before stands. */
  readonly crash?: { readonly thrown: unknown };
}

/** What all rules of one run share. */
export interface Run {
  readonly model: Architecture;
  readonly analyses: LazyAnalyses;
  readonly say: Say;
  readonly today: Day;
  readonly settings: Settings;
}

/** @param options what differs from the rule's own */
export function runRule(run: Run, rule: Rule, waivers: readonly JudgedWaiver[], options: Options | undefined): RuleRun {
  const notes: Notes = { passed: [], findings: [], unanswered: [], mistakes: [] };
  const { mistakes, ...said } = notes;
  const context = contextFor(run, rule, waivers, options, notes);
  try {
    rule.check(context);
  } catch (thrown) {
    return { rule, ...said, switchedOff: [], crash: { thrown } };
  }
  const [mistake] = mistakes;
  return { rule, ...said, switchedOff: [], ...(mistake && { crash: { thrown: mistake } }) };
}

interface Notes {
  readonly passed: (Subject | 'model')[];
  readonly findings: Finding[];
  readonly unanswered: Unanswered[];
  /** What is wrong with what it said, though it could be asked to the end. */
  readonly mistakes: Error[];
}

function contextFor(
  run: Run,
  rule: Rule,
  waivers: readonly JudgedWaiver[],
  options: Options | undefined,
  notes: Notes,
): RuleContext {
  const { model, analyses, settings, today } = run;
  const severity = settings.severities?.[rule.id];
  const told = new Set<string>();
  return {
    model,
    today,
    waivers,
    options: { ...rule.options, ...options },
    get faults() {
      return analyses.faults;
    },
    get transport() {
      return analyses.transport;
    },
    get network() {
      return analyses.network;
    },
    get load() {
      return analyses.load;
    },
    pass: (subject) => notes.passed.push(subject),
    report: (given) => {
      const forced = severity === 'off' ? undefined : severity;
      const finding = makeFinding(model, run.say, rule, forced, given);
      // The error is made here, where its stack tells the place of the second one.
      if (told.has(finding.fingerprint)) notes.mistakes.push(new RangeError(twoAlike(finding)));
      else notes.findings.push(finding);
      told.add(finding.fingerprint);
    },
    unknown: (subject, given) => {
      const { fact, wanted } = factWanted(given);
      notes.unanswered.push({ fact, wanted, rule: rule.id, subject });
    },
  };
}

function twoAlike({ subjects = [], message }: Finding): string {
  const where = subjects.length === 0 ? 'the model' : subjects.join(', ');
  return `two findings on ${where} have one fingerprint (the second: ${message}): tell them apart with 'discriminator'`;
}
