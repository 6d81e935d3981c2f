import type {
  Cell,
  Heading,
  Inline,
  Link,
  List,
  Paragraph,
  Picture,
  Quote,
  ReportNode,
  Table,
} from '../document/tree.js';
import {
  codeSpan,
  escapeForComment,
  escapeLabel,
  escapeMarkdown,
  guardHeadingEnd,
  guardLineStart,
  linkTarget,
} from './escape-markdown.js';
import { type Slugs, slugsOf } from './slugs.js';

/** Where something is written: what links of the document lead to, and what has to be hidden from a table or a link around it. */
interface Place {
  readonly slugs: Slugs;
  readonly inTable: boolean;
  readonly inLabel: boolean;
  readonly escapeText: (text: string) => string;
}

export interface MarkdownOptions {
  /** Whether it becomes a comment on a code host, which reads names of people and issues out of any text. */
  readonly isComment?: boolean;
}

/** The report as CommonMark with tables, one blank line between blocks. */
export function toMarkdown(nodes: readonly ReportNode[], { isComment = false }: MarkdownOptions = {}): string {
  const escapeText = isComment ? escapeForComment : escapeMarkdown;
  const place: Place = { slugs: slugsOf(nodes), inTable: false, inLabel: false, escapeText };
  const blocks = nodes.map((node) => block(node, place)).filter((text) => text !== '');
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function block(node: ReportNode, place: Place): string {
  switch (node.type) {
    case 'heading':
      return headingBlock(node, place);
    case 'paragraph':
      return paragraphBlock(node, place);
    case 'quote':
      return quoteBlock(node, place);
    case 'list':
      return listBlock(node, place);
    case 'table':
      return tableBlock(node, place);
    case 'picture':
      return pictureBlock(node, place);
  }
}

function headingBlock({ level, content }: Heading, place: Place): string {
  return `${'#'.repeat(level)} ${guardHeadingEnd(inlines(content, place).trim())}`;
}

function paragraphBlock({ content }: Paragraph, place: Place): string {
  return guardLineStart(inlines(content, place));
}

function quoteBlock({ content }: Quote, place: Place): string {
  return `> ${guardLineStart(inlines(content, place))}`;
}

function listBlock({ items }: List, place: Place): string {
  return items.map((item) => `- ${guardLineStart(inlines(item, place))}`).join('\n');
}

function tableBlock({ head, rows }: Table, place: Place): string {
  const cell = (content: Cell) => inlines(content, { ...place, inTable: true }).trim();
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head.map(cell)), line(head.map(() => '---')), ...rows.map((cells) => line(cells.map(cell)))].join('\n');
}

function pictureBlock({ file, alt }: Picture, { escapeText }: Place): string {
  const target = linkTarget(file);
  return target === undefined ? guardLineStart(escapeText(alt)) : `![${escapeLabel(alt).trim()}](${target})`;
}

function inlines(content: readonly Inline[], place: Place): string {
  return content.map((part) => inline(part, place)).join('');
}

function inline(part: Inline, place: Place): string {
  if (typeof part === 'string') return place.inLabel ? escapeLabel(part) : place.escapeText(part);
  switch (part.type) {
    case 'strong':
      return wrapped('**', part.content, place);
    case 'emphasis':
      return wrapped('*', part.content, place);
    case 'code':
      return codeSpan(part.text, place.inTable);
    case 'link':
      return linkInline(part, place);
  }
}

/** Marks hold on to what they enclose only without spaces between, and hold nothing at all round nothing. */
function wrapped(mark: string, content: readonly Inline[], place: Place): string {
  const text = inlines(content, place).trim();
  return text === '' ? '' : `${mark}${text}${mark}`;
}

function linkInline({ to, content }: Link, place: Place): string {
  const text = inlines(content, { ...place, inLabel: true }).trim();
  const slug = to.startsWith('#') ? place.slugs.ofId(to.slice(1)) : undefined;
  const target = slug === undefined ? linkTarget(to) : linkTarget(`#${slug}`);
  return target === undefined || text === '' ? text : `[${text}](${target})`;
}
