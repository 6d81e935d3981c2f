import type { ToldChange } from './change/told-change.js';
import type { PictureOf } from './markdown/change-to-markdown.js';
import type { TerminalOptions } from './terminal/style.js';

/** Turns a comparison into one text; nothing is printed here. */
export type ChangeReporter = (told: ToldChange, options: ChangeReportOptions) => Promise<string>;

export interface ChangeReportOptions extends TerminalOptions {
  readonly pictureOf: PictureOf;
}

/** The formats of a comparison. Each is read when it is asked for. */
export const changeReporters = {
  terminal: async (told, options) => {
    const { changeToTerminal } = await import('./terminal/change-to-terminal.js');
    return changeToTerminal(told, options);
  },
  json: async ({ comparison, since }) => {
    const { changeToJson } = await import('./json/change-to-json.js');
    return changeToJson(comparison, since);
  },
  markdown: async (told, { pictureOf }) => {
    const { changeToMarkdown } = await import('./markdown/change-to-markdown.js');
    return changeToMarkdown(told, pictureOf);
  },
} as const satisfies Readonly<Record<string, ChangeReporter>>;

export type ChangeFormat = keyof typeof changeReporters;

export const changeFormats = Object.keys(changeReporters) as readonly ChangeFormat[];
