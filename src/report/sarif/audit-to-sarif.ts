import type { Audit } from '../../audit/finding.js';
import type { Problem } from '../../graph/problem.js';
import { modelLabel } from '../model-label.js';
import { placeOf } from '../place-of.js';
import { rankMissing } from '../rank-missing.js';
import type { ReportOptions } from '../report-options.js';
import { physical, sourceRoot } from './sarif-location.js';
import type { Notification, SarifLog } from './sarif-log.js';
import { sarifResults } from './sarif-results.js';
import { sarifRules } from './sarif-rules.js';
import { sarifText } from './sarif-text.js';

/**
 * The audits as SARIF 2.1.0, all in one run: readers refuse a second one of the same tool. What a model does not say is a notification,
 * never a result.
 */
export function auditToSarif(audits: readonly Audit[], options: ReportOptions): string {
  const rules = sarifRules(audits, options);
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const log: SarifLog = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Stanchion', semanticVersion: options.version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [sourceRoot]: { description: { text: 'The folder that the audit was run in.' } },
        },
        invocations: [
          {
            executionSuccessful: options.problems.length === 0,
            toolExecutionNotifications: [
              ...options.problems.map(problemNotification),
              ...audits.flatMap((audit) => untoldNotifications(audit, options)),
            ],
          },
        ],
        results: audits.flatMap((audit) => sarifResults(audit, indexOf, options)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function problemNotification({ file, line = 1, column = 1, message, hint }: Problem): Notification {
  return {
    level: 'error',
    message: { text: sarifText(hint === undefined ? message : `${message} ${hint}`) },
    ...(file !== undefined && { locations: [{ physicalLocation: physical({ file, line, column }) }] }),
  };
}

function untoldNotifications(audit: Audit, options: ReportOptions): readonly Notification[] {
  const place = placeOf({}, audit, options);
  return rankMissing(audit.missing).map(({ fact, wanted, rules }) => ({
    level: 'note',
    descriptor: { id: sarifText(fact) },
    message: {
      text: sarifText(`Not told by ${modelLabel(audit.model)}: ${wanted} It is waited for by ${rules.join(', ')}.`),
    },
    ...(place && { locations: [{ physicalLocation: physical(place) }] }),
  }));
}
