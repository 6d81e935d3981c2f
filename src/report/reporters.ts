import type { Audit } from '../audit/finding.js';
import type { TerminalOptions } from './terminal/style.js';

/** Turns audits into one text; nothing is printed here. */
export type Reporter = (audits: readonly Audit[], options: TerminalOptions) => Promise<string>;

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
} as const satisfies Readonly<Record<string, Reporter>>;

export type ReportFormat = keyof typeof reporters;

export const reportFormats = Object.keys(reporters) as readonly ReportFormat[];
