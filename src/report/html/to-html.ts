import type { ReportNode } from '../document/tree.js';
import { linkTarget } from '../markdown/escape-markdown.js';
import { toMarkdown } from '../markdown/to-markdown.js';
import { type Contents, contentsOf } from './contents.js';
import { escapeHtml } from './escape-html.js';
import { style } from './style.js';

export interface HtmlOptions {
  readonly title: string;
  /** SVG by the file name that the report's pictures carry; those without one are linked. The SVG must be our own. */
  readonly svgs?: ReadonlyMap<string, string>;
}

/**
 * The report as one page that needs nothing else: our own style, the pictures inside, no script. No text of a model reaches the
 * page as HTML, and its policy would not let a script run if one did.
 */
export async function toHtml(nodes: readonly ReportNode[], { title, svgs = new Map() }: HtmlOptions): Promise<string> {
  const { Marked } = await import('marked');
  const contents = contentsOf(nodes);
  const ids = contents.map(({ id }) => id);
  const marked = new Marked({ async: false, gfm: true });
  marked.use({
    renderer: {
      html: ({ text }) => escapeHtml(text),
      heading({ tokens, depth }) {
        return `<h${depth} id="${ids.shift() ?? ''}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      image: ({ href, text }) => picture(href, text, svgs),
      link({ href, tokens }) {
        const to = linkTarget(href);
        const text = this.parser.parseInline(tokens);
        return to === undefined ? text : `<a href="${escapeHtml(to)}" rel="noreferrer">${text}</a>`;
      },
      table(token) {
        const head = token.header.map((cell) => `<th scope="col">${this.parser.parseInline(cell.tokens)}</th>`);
        const rows = token.rows.map(
          (row) => `<tr>${row.map((cell) => `<td>${this.parser.parseInline(cell.tokens)}</td>`).join('')}</tr>`,
        );
        const body = `<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>`;
        return `<div class="table" role="region" aria-label="table" tabindex="0"><table>\n${body}\n</table></div>\n`;
      },
    },
  });
  return page(title, contents, marked.parse(toMarkdown(nodes), { async: false }));
}

function picture(file: string, alt: string, svgs: ReadonlyMap<string, string>): string {
  const svg = svgs.get(file);
  if (svg !== undefined) return `<span class="picture">${svg}</span>`;
  const to = linkTarget(file);
  return to === undefined ? escapeHtml(alt) : `<img src="${escapeHtml(to)}" alt="${escapeHtml(alt)}">`;
}

function page(title: string, contents: readonly Contents[], body: string): string {
  const entries = contents
    .filter(({ level }) => level === 2)
    .map(({ id, text }) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`);
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<nav aria-label="Contents"><ol>${entries.join('')}</ol></nav>
<main id="main">
${body}</main>
</body>
</html>
`;
}
