import type { ReportNode } from './document/tree.js';
import { toMarkdown } from './markdown/to-markdown.js';

export interface DocumentOptions {
  readonly title: string;
  /** SVG by the file name that the report's pictures carry, for formats that take pictures in. */
  readonly svgs: ReadonlyMap<string, string>;
}

/** Turns a report into one file's text. Keyed by the file's ending; what is heavy is read when it is asked for. */
export const documentFormats = {
  md: async (nodes: readonly ReportNode[], _options: DocumentOptions) => toMarkdown(nodes),
  html: async (nodes: readonly ReportNode[], options: DocumentOptions) => {
    const { toHtml } = await import('./html/to-html.js');
    return toHtml(nodes, options);
  },
} as const;

export type DocumentFormat = keyof typeof documentFormats;
