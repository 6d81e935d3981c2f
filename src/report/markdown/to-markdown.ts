import type { Heading, Inline, List, Paragraph, Picture, ReportNode, Table } from '../document/tree.js';
import { codeSpan, escapeMarkdown, linkTarget } from './escape-markdown.js';

/** The report as CommonMark with tables. */
export function toMarkdown(nodes: readonly ReportNode[]): string {
  return `${nodes.map(block).join('\n\n')}\n`;
}

function block(node: ReportNode): string {
  switch (node.type) {
    case 'heading':
      return headingBlock(node);
    case 'paragraph':
      return paragraphBlock(node);
    case 'list':
      return listBlock(node);
    case 'table':
      return tableBlock(node);
    case 'picture':
      return pictureBlock(node);
  }
}

function headingBlock({ level, text }: Heading): string {
  return `${'#'.repeat(level)} ${escapeMarkdown(text)}`;
}

function paragraphBlock({ content }: Paragraph): string {
  return inlines(content);
}

function listBlock({ items }: List): string {
  return items.map((item) => `- ${inlines(item)}`).join('\n');
}

function tableBlock({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head.map(escapeMarkdown)),
    line(head.map(() => '---')),
    ...rows.map((cells) => line(cells.map(inlines))),
  ].join('\n');
}

function pictureBlock({ file, alt }: Picture): string {
  return `![${escapeMarkdown(alt)}](${linkTarget(file) ?? ''})`;
}

function inlines(content: readonly Inline[]): string {
  return content.map(inline).join('');
}

function inline(part: Inline): string {
  if (typeof part === 'string') return spaced(part, escapeMarkdown(part));
  switch (part.type) {
    case 'strong':
      return `**${escapeMarkdown(part.text)}**`;
    case 'code':
      return codeSpan(part.text);
    case 'link': {
      const to = linkTarget(part.to);
      return to === undefined ? escapeMarkdown(part.text) : `[${escapeMarkdown(part.text)}](${to})`;
    }
  }
}

/** Escaping trims; the spaces between the parts of one line stay. */
function spaced(text: string, escaped: string): string {
  if (escaped === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${escaped}${/\s$/.test(text) ? ' ' : ''}`;
}
