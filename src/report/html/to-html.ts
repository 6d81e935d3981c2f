import type { ReportNode } from '../document/tree.js';
import { plainLine } from '../markdown/escape-markdown.js';
import { slugsOf } from '../markdown/slugs.js';
import { toMarkdown } from '../markdown/to-markdown.js';
import { contentsList, contentsOf } from './contents.js';
import { escapeHtml } from './escape-html.js';
import { style } from './style.js';

export interface HtmlOptions {
  readonly title: string;
  /** SVG by the file name that the report's pictures carry; those without one are linked. The SVG must be our own. */
  readonly svgs?: ReadonlyMap<string, string>;
}

/** Nothing runs, nothing is fetched but pictures that lie beside the page; styles stand in it and in its pictures. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/**
 * The report as one page that needs nothing else: our own style, the pictures inside, no script. It is made from the Markdown, so that
 * both say the same. No text of a model becomes HTML, and the page's policy would let no script run if one did.
 */
export async function toHtml(nodes: readonly ReportNode[], { title, svgs = new Map() }: HtmlOptions): Promise<string> {
  const { markdownReader } = await import('./markdown-reader.js');
  const slugs = slugsOf(nodes).all;
  const body = markdownReader(slugs, svgs)(toMarkdown(nodes));
  const contents = contentsList(contentsOf(nodes, slugs));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(plainLine(title).trim() || 'Report')}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#page.main">Skip to the report</a>
${contents}
<main id="page.main" tabindex="-1">
${body}</main>
</body>
</html>
`;
}
