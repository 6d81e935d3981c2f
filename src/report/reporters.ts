import type { Audit } from '../audit/finding.js';
import type { FrameworkName } from '../audit/frameworks/framework-names.js';
import type { Rule } from '../audit/rule.js';
import type { ReportOptions } from './report-options.js';
import type { TerminalOptions } from './terminal/style.js';

/** Turns audits into one text; nothing is printed here. */
export type Reporter = (audits: readonly Audit[], options: ReportOptions) => Promise<string>;

/** The formats of an audit. Each is read when it is asked for. */
export const reporters = {
  terminal: async (audits, options) => {
    const { auditToTerminal } = await import('./terminal/audit-to-terminal.js');
    return auditToTerminal(audits, options);
  },
  json: async (audits) => {
    const { auditToJson } = await import('./json/audit-to-json.js');
    return auditToJson(audits);
  },
  sarif: async (audits, options) => {
    const { auditToSarif } = await import('./sarif/audit-to-sarif.js');
    return auditToSarif(audits, options);
  },
  junit: async (audits, options) => {
    const { auditToJunit } = await import('./junit/audit-to-junit.js');
    return auditToJunit(audits, options);
  },
  github: async (audits, options) => {
    const { auditToGithub } = await import('./github/audit-to-github.js');
    return auditToGithub(audits, options);
  },
  gitlab: async (audits, options) => {
    const { auditToGitlab } = await import('./gitlab/audit-to-gitlab.js');
    return auditToGitlab(audits, options);
  },
  markdown: async (audits, options) => {
    const { auditToComment } = await import('./comment/audit-to-comment.js');
    return auditToComment(audits, options);
  },
} as const satisfies Readonly<Record<string, Reporter>>;

export type ReportFormat = keyof typeof reporters;

export const reportFormats = Object.keys(reporters) as readonly ReportFormat[];

/** By which controls, and the rules that refer to them. */
export interface ControlsAsked {
  readonly framework: FrameworkName;
  readonly rules: readonly Rule[];
}

/** The formats that tell an audit by the controls of a framework. */
export const frameworkReporters: Readonly<
  Record<string, (audits: readonly Audit[], asked: ControlsAsked, options: TerminalOptions) => Promise<string>>
> = {
  terminal: async (audits, { rules, framework }, options) => {
    const { frameworkToTerminal } = await import('./terminal/framework-to-terminal.js');
    return frameworkToTerminal(audits, rules, framework, options);
  },
  json: async (audits, { rules, framework }) => {
    const { frameworkToJson } = await import('./json/framework-to-json.js');
    return frameworkToJson(audits, rules, framework);
  },
};
