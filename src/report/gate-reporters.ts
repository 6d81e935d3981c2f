import type { Audit } from '../audit/finding.js';
import type { GateVerdict } from '../diff/gate/judge-comparison.js';
import type { ToldChange } from './change/told-change.js';
import { changeReporters } from './change-reporters.js';
import type { GateFormat } from './gate-formats.js';
import type { PictureOf } from './markdown/change-to-markdown.js';
import type { ReportOptions } from './report-options.js';
import { reporters } from './reporters.js';

export type { GateFormat };

/** Turns what the gate came to into one text; nothing is printed here. */
export type GateReporter = (told: ToldChange, heads: readonly Audit[], options: GateReportOptions) => Promise<string>;

export interface GateReportOptions extends ReportOptions {
  readonly verdict: GateVerdict;
  readonly pictureOf: PictureOf;
}

/** For people what changes; for programs that know findings alone the findings of the head, held against those of the base. */
export const gateReporters: Readonly<Record<GateFormat, GateReporter>> = {
  terminal: (told, _, options) => changeReporters.terminal(told, options),
  markdown: (told, _, options) => changeReporters.markdown(told, options),
  json: async (told, _, options) => {
    const { gateToJson } = await import('./json/gate-to-json.js');
    return gateToJson(told, options);
  },
  sarif: async (told, heads, options) => {
    const { allOf } = await import('./gate/gate-audits.js');
    const { audits, ...compared } = allOf(told, heads, options);
    return reporters.sarif(audits, { ...options, ...compared });
  },
  gitlab: async (told, heads, options) => {
    const { allOf } = await import('./gate/gate-audits.js');
    return reporters.gitlab(allOf(told, heads, options).audits, options);
  },
  junit: async (told, heads, options) => {
    const { freshOf } = await import('./gate/gate-audits.js');
    return reporters.junit(freshOf(told, heads, options), { ...options, gate: told.gate });
  },
  github: async (told, heads, options) => {
    const { freshOf } = await import('./gate/gate-audits.js');
    return reporters.github(freshOf(told, heads, options), { ...options, gate: told.gate });
  },
};
