import { Marked, type RendererObject, type Token, type TokenizerObject, type Tokens } from 'marked';
import { linkTarget } from '../markdown/escape-markdown.js';
import { escapeHtml } from './escape-html.js';
import { markWords } from './mark-words.js';

/** Markup that reports never use; whatever looks like it is text. */
const notMarkup: TokenizerObject = {
  html: () => undefined,
  tag: () => undefined,
  autolink: () => undefined,
  url: () => undefined,
  def: () => undefined,
};

/** Reads the Markdown of one report. Headings get the slugs in order; pictures are taken in where their SVG is given. */
export function markdownReader(
  slugs: readonly string[],
  svgs: ReadonlyMap<string, string>,
): (markdown: string) => string {
  const marked = new Marked({ async: false, gfm: true });
  marked.use({ tokenizer: notMarkup, renderer: rendererOf(slugs, svgs) });
  return (markdown) => marked.parse(markdown, { async: false });
}

function rendererOf(slugs: readonly string[], svgs: ReadonlyMap<string, string>): RendererObject {
  const left = [...slugs];
  let section = '';
  return {
    html: ({ text }) => escapeHtml(text),
    heading({ tokens, depth, text }) {
      section = text;
      return `<h${depth} id="${escapeHtml(left.shift() ?? '')}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    paragraph({ tokens }) {
      const [first] = tokens;
      const isPicture = tokens.length === 1 && first?.type === 'image';
      const text = this.parser.parseInline(tokens);
      return isPicture ? `<figure>${text}</figure>\n` : `<p>${text}</p>\n`;
    },
    strong({ tokens, text }) {
      return `<strong${markWords(text)}>${this.parser.parseInline(tokens)}</strong>`;
    },
    link({ href, tokens, text }) {
      const target = linkTarget(href);
      const shown = this.parser.parseInline(tokens);
      return target === undefined ? shown : `<a href="${escapeHtml(target)}"${markWords(text)}>${shown}</a>`;
    },
    image({ href, tokens = [] }) {
      return pictureOf(href, this.parser.parseInline(tokens, this.parser.textRenderer), svgs);
    },
    table({ header, rows }) {
      const line = (cells: readonly Tokens.TableCell[]) =>
        cells.map((cell, index) => cellOf(cell, index, this.parser.parseInline(cell.tokens))).join('');
      const body = rows.map((cells) => `<tr>${line(cells)}</tr>`).join('\n');
      return (
        `<div class="table" role="region" aria-label="${escapeHtml(`Table: ${section}`)}" tabindex="0"><table>\n` +
        `<thead><tr>${line(header)}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table></div>\n`
      );
    },
  };
}

/** What a row is about stands first in it, and strong or as a link. */
function cellOf({ header, tokens }: Tokens.TableCell, index: number, content: string): string {
  if (header) return `<th scope="col">${content}</th>`;
  const [first]: Token[] = tokens;
  const isSubject = index === 0 && (first?.type === 'strong' || first?.type === 'link');
  return isSubject ? `<th scope="row">${content}</th>` : `<td>${content}</td>`;
}

function pictureOf(file: string, alt: string, svgs: ReadonlyMap<string, string>): string {
  const svg = svgs.get(file);
  if (svg !== undefined) return svg;
  const target = linkTarget(file);
  return target === undefined ? escapeHtml(alt) : `<img src="${escapeHtml(target)}" alt="${escapeHtml(alt)}">`;
}
