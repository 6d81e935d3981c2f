import type { Audit } from '../audit/finding.js';
import type { Rule } from '../audit/rule.js';
import { explainElement } from '../report/explanation/element-explanation.js';
import { explainedModel } from '../report/explanation/explained-model.js';
import { few } from '../report/failure/journey-label.js';
import { findingMarks } from '../report/finding-marks.js';
import type { TerminalOptions } from '../report/terminal/style.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { auditModels } from './audit-models.js';
import { chooseModels, listOf, titleOf } from './choose-models.js';
import type { ExitCode, Request } from './command.js';
import { explainRule } from './explain-rule.js';
import { nearestIds } from './find-elements.js';
import { severalElements } from './find-in-models.js';
import { findRule, findSubjects, isMark, nearestRules, type Subject } from './find-subject.js';
import { Misuse } from './misuse.js';
import { openProject } from './open-project.js';
import { terminalOptions } from './terminal-options.js';
import { chooseToday } from './today.js';

/** Explains what a text names; `files` of the request are the models only. */
export async function explainSubject(typed: string, request: Request): Promise<ExitCode> {
  const { stdout } = request.surroundings;
  const project = await openProject(request);
  const rule = findRule(typed, project.rules);
  if (rule) return explainRule(rule, request, project);
  const today = chooseToday(request.value('today'), request.surroundings);
  const audited = await auditModels(request, today, project);
  audited.progress.wipe();
  const audits = chooseModels(audited.audits, request);
  // Where nothing loaded it has been told why, and nothing can be said of the subject; what reads like the id of a rule is
  // taken for one.
  if (audits.length === 0 && audited.hasProblems) {
    const [nearestRule] = typed.includes('/') ? nearestRules(typed, project.rules) : [];
    if (nearestRule !== undefined) throw new Misuse(`'${typed}' is no rule.`, `Did you mean '${nearestRule}'?`);
    return 2;
  }
  const subject = theOne(typed, audits, project.rules);
  stdout.write(await subjectText(subject, request.has('json'), terminalOptions(request, audited.sourceLines)));
  return audited.hasProblems ? 2 : 0;
}

type SingleSubject = Exclude<Subject, { readonly sort: 'several' }>;

function theOne(typed: string, audits: readonly Audit[], rules: readonly Rule[]): SingleSubject {
  const found = findSubjects(typed, audits);
  const [first] = found;
  if (first === undefined) throw unknown(typed, audits, rules);
  if (found.length > 1) {
    throw new Misuse(
      `${found.length} models have '${typed}'.`,
      `Say which is meant, with --model:\n${listOf(found.map(({ audit }) => `${titleOf(audit)} in ${audit.model.at?.file ?? 'a file'}`))}`,
    );
  }
  if (first.sort === 'several') throw severalElements(typed, first.elements);
  return first;
}

function unknown(typed: string, audits: readonly Audit[], rules: readonly Rule[]): Misuse {
  if (/\.(ts|mts|json)$/.test(typed) || typed === 'models') {
    return new Misuse(
      `'${typed}' is a file, and nothing to be explained.`,
      `Write: stanchion explain SUBJECT ${typed}`,
    );
  }
  if (isMark(typed)) {
    const marks = audits.flatMap((audit) => [...findingMarks(audit).values()]);
    const hint = marks.length === 0 ? 'Nothing was found.' : `The marks are ${few([...new Set(marks)], 12)}.`;
    return new Misuse(`'${typed}' is the mark of no finding.`, hint);
  }
  const near = [
    ...audits.flatMap(({ model }) => nearestIds(typed, model)),
    ...nearestRules(typed, rules),
    ...audits.flatMap(({ model }) => nearest(typed, idsOf(model.flows))),
    ...audits.flatMap(({ findings }) =>
      nearest(
        typed,
        findings.map(({ handle }) => handle),
      ),
    ),
  ];
  const hint = [...new Set(near)].slice(0, 5).map((one) => `'${one}'`);
  return new Misuse(
    `'${typed}' is no rule, and no finding, element or flow of ${audits.length === 1 ? `the model '${audits[0]?.model.name}'` : `these ${audits.length} models`}.`,
    hint.length === 0 ? 'See: stanchion rules, stanchion audit' : `Did you mean ${hint.join(' or ')}?`,
  );
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id);
}

function nearest(typed: string, names: readonly string[]): readonly string[] {
  const name = nearestName(typed, names);
  return name === undefined ? [] : [name];
}

async function subjectText(subject: SingleSubject, json: boolean, options: TerminalOptions): Promise<string> {
  const explained = explainedModel(subject.audit);
  if (json) {
    const documents = await import('../report/json/explanation-to-json.js');
    switch (subject.sort) {
      case 'element':
        return documents.explanationToJson(documents.elementDocument(explainElement(subject.element, explained)));
      case 'finding':
        return documents.explanationToJson(documents.explainedFindingDocument(subject.finding, explained));
      case 'flow':
        return documents.explanationToJson(documents.flowDocument(subject.flow, explained));
    }
  }
  const texts = await import('../report/terminal/explanation-to-terminal.js');
  switch (subject.sort) {
    case 'element':
      return texts.elementToTerminal(explainElement(subject.element, explained), options);
    case 'finding':
      return texts.findingToTerminal(subject.finding, explained, options);
    case 'flow':
      return texts.flowToTerminal(subject.flow, explained, options);
  }
}
