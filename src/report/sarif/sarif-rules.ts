import { type Audit, type Severity, severities } from '../../audit/finding.js';
import type { Rule } from '../../audit/rule.js';
import { code, link, paragraph, separated, strong, withCode } from '../document/make-node.js';
import { toMarkdown } from '../markdown/to-markdown.js';
import type { ReportOptions } from '../report-options.js';
import { levels, securitySeverities } from './sarif-levels.js';
import type { RuleDescriptor } from './sarif-log.js';
import { sarifText } from './sarif-text.js';

/** The rules that were asked, in their order. A severity is that of the settings, the worst where models differ. */
export function sarifRules(audits: readonly Audit[], { rules, pageOf }: ReportOptions): readonly RuleDescriptor[] {
  const asked = new Map<string, Severity>();
  for (const { rule, severity } of audits.flatMap(({ outcomes }) => outcomes)) {
    asked.set(rule, worse(severity, asked.get(rule)));
  }
  return rules.flatMap((rule) => {
    const severity = asked.get(rule.id);
    return severity === undefined ? [] : [descriptor(rule, severity, pageOf(rule.id))];
  });
}

function worse(one: Severity, other: Severity = one): Severity {
  return severities.indexOf(one) <= severities.indexOf(other) ? one : other;
}

function descriptor(rule: Rule, severity: Severity, page: string | undefined): RuleDescriptor {
  const { id, summary, impact, references } = rule;
  return {
    id,
    name: inPascalCase(id),
    shortDescription: { text: sarifText(summary) },
    fullDescription: { text: sarifText(`${summary} ${impact}`) },
    help: helpOf(rule, page),
    ...(page !== undefined && { helpUri: page }),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: tagsOf(rule),
      'security-severity': securitySeverities[severity],
      references: references.map((reference) => reference.id),
    },
  };
}

function helpOf({ id, impact, remedy, references }: Rule, page: string | undefined): RuleDescriptor['help'] {
  const named = references.map((reference) => reference.id).join(', ');
  const lines = [
    `Impact: ${impact}`,
    `Remedy: ${remedy}`,
    ...(named === '' ? [] : [`References: ${named}`]),
    ...(page === undefined ? [] : [`More: ${page}`]),
  ];
  const linked = references.map((reference) => [
    reference.url === undefined ? reference.id : link(reference.url, reference.id),
  ]);
  const more =
    page === undefined ? ['To know more: ', code(`stanchion explain ${id}`)] : [link(page, 'More of this rule')];
  const nodes = [
    paragraph(strong('Impact.'), ' ', ...withCode(impact)),
    paragraph(strong('Remedy.'), ' ', ...withCode(remedy)),
    ...(linked.length === 0 ? [] : [paragraph(strong('References.'), ' ', ...separated(linked, ', '))]),
    paragraph(...more),
  ];
  return { text: lines.map(sarifText).join('\n'), markdown: toMarkdown(nodes) };
}

/** Readers take a severity of security only where a rule says that it is about security. */
function tagsOf({ family, references }: Rule): readonly string[] {
  const weaknesses = references.flatMap(({ id }) => {
    const number = /^CWE-(\d+)$/.exec(id)?.[1];
    return number === undefined ? [] : [`external/cwe/cwe-${number.padStart(3, '0')}`];
  });
  const isSecurity = references.some(({ id }) => /^(?:CWE-|STRIDE:)/.test(id));
  return [...new Set([family, ...(isSecurity ? ['security'] : []), ...weaknesses])];
}

/** `TransportTlsEndsAtLoadBalancer`. */
function inPascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
