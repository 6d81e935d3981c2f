import type { Audit } from '../../audit/finding.js';
import type { FrameworkName } from '../../audit/frameworks/framework-names.js';
import { frameworkView } from '../../audit/frameworks/framework-view.js';
import { frameworkOf } from '../../audit/frameworks/frameworks.js';
import type { Rule } from '../../audit/rule.js';
import { findingMarks } from '../finding-marks.js';
import { findingDocument, modelHead } from './audit-to-json.js';
import type { FrameworkDocument } from './framework-schema.js';

/** Audits by the controls of a framework as JSON for programs, as `frameworkJsonSchema` describes it. */
export function frameworkToJson(audits: readonly Audit[], rules: readonly Rule[], name: FrameworkName): string {
  const views = audits.map((audit) => ({ audit, view: frameworkView(audit, rules, name) }));
  const document: FrameworkDocument = {
    format: 'stanchion-framework',
    version: 1,
    framework: name,
    title: views[0]?.view.title ?? frameworkOf(name).title,
    audits: views.map(({ audit, view }) => {
      const marks = findingMarks(audit);
      const told = (finding: Audit['findings'][number]) => findingDocument(finding, marks.get(finding) ?? '');
      return {
        model: modelHead(audit.model),
        today: audit.today,
        controls: view.controls.map((control) => ({
          id: control.id,
          title: control.title,
          outcome: control.outcome,
          findings: control.findings.map(told),
          accepted: control.accepted.map(told),
          passed: [...control.passed],
          cannotTell: [...control.cannotTell],
          notApplicable: [...control.notApplicable],
        })),
        unmapped: [...view.unmapped],
      };
    }),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
