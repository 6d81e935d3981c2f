import type { Audit } from '../../audit/finding.js';
import type { ToldGate } from '../gate/told-gate.js';
import { modelLabel } from '../model-label.js';
import { placeOf } from '../place-of.js';
import type { ReportOptions } from '../report-options.js';
import { percent } from '../words.js';
import { escapeXml } from './escape-xml.js';
import { type TestCase, testCases } from './test-cases.js';

/**
 * The audits as JUnit's XML: a suite for each model, a case for each rule. It says the day of the audit, and nothing of the machine or of
 * how long it took, so that the same models give the same bytes.
 */
export function auditToJunit(audits: readonly Audit[], options: ReportOptions): string {
  const suites = [
    ...audits.map((audit) => modelSuite(audit, options)),
    ...(options.gate ? [gateSuite(options.gate, options)] : []),
    ...(options.problems.length > 0 ? [problemSuite(options)] : []),
  ];
  const lines = suites.flatMap((suite, index) => suiteLines(suite, index));
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...lines, '</testsuites>', ''].join('\n');
}

interface Suite {
  readonly name: string;
  readonly day: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly TestCase[];
}

function modelSuite(audit: Audit, options: ReportOptions): Suite {
  const { model, today, completeness } = audit;
  const file = placeOf({}, audit, options)?.file;
  return {
    name: modelLabel(model),
    day: today,
    properties: { ...(file !== undefined && { file }), answered: percent(completeness) },
    cases: testCases(audit, options.gate ? 'as before, or in the baseline' : 'in the baseline'),
  };
}

/** All that is refused in one case: also what no rule tells. */
function gateSuite({ passes, sentence, refused }: ToldGate, { today }: ReportOptions): Suite {
  const text = refused.flatMap(({ audit, statements }) =>
    statements.map((one) => `${modelLabel(audit.model)}: ${one.tag}: ${one.text}`),
  );
  const outcome = passes ? ('pass' as const) : ('failure' as const);
  const verdict = { name: 'gate', outcome, type: passes ? '' : 'refused', message: passes ? '' : sentence, text };
  return { name: 'architecture gate', day: today, properties: {}, cases: [verdict] };
}

/** A model that does not load is not to look like one in which nothing is found. */
function problemSuite({ problems, today }: ReportOptions): Suite {
  const cases = problems.map(({ file, line, column, message, hint }): TestCase => {
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    const text = [message, hint, place].filter((part) => part !== undefined && part !== '');
    return { name: file ?? 'audit', outcome: 'error', type: 'not audited', message, text: text.map(String) };
  });
  return { name: 'not audited', day: today, properties: {}, cases };
}

function suiteLines({ name, day, properties, cases }: Suite, index: number): readonly string[] {
  const count = (outcome: TestCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  const label = nameOf(name);
  return [
    `  <testsuite name="${label}" package="stanchion" id="${index}" timestamp="${day}T00:00:00" hostname="localhost" ${counts} time="0">`,
    '    <properties>',
    ...Object.entries(properties).map(
      ([key, value]) => `      <property name="${escapeXml(key)}" value="${escapeXml(value)}"/>`,
    ),
    '    </properties>',
    ...cases.flatMap((one) => caseLines(one, label)),
    '    <system-out></system-out>',
    '    <system-err></system-err>',
    '  </testsuite>',
  ];
}

function caseLines({ name, outcome, type, message, text }: TestCase, suite: string): readonly string[] {
  const open = `    <testcase name="${nameOf(name)}" classname="${suite}" time="0"`;
  if (outcome === 'pass') return [`${open}/>`];
  const kind = outcome === 'skipped' ? '' : ` type="${escapeXml(type)}"`;
  const body = text.map((line) => escapeXml(line)).join('\n');
  return [
    `${open}>`,
    `      <${outcome}${kind} message="${escapeXml(message)}">${body}</${outcome}>`,
    '    </testcase>',
  ];
}

/** No reader takes a name that is empty. */
function nameOf(name: string): string {
  return escapeXml(name) || 'unnamed';
}
