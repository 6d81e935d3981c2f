import { capitalised } from '../words.js';
import type { Cell, Code, Emphasis, Heading, Inline, Link, List, Paragraph, Quote, Strong, Table } from './tree.js';

/** The tree's nodes as short as sections write them. */

export function heading(level: Heading['level'], content: Cell | string, id?: string): Heading {
  return { type: 'heading', level, content: asContent(content), ...(id !== undefined && { id }) };
}

export function paragraph(...content: readonly Inline[]): Paragraph {
  return { type: 'paragraph', content };
}

export function quote(...content: readonly Inline[]): Quote {
  return { type: 'quote', content };
}

export function bullets(items: readonly (Cell | string)[]): List {
  return { type: 'list', items: items.map(asContent) };
}

/** Columns that are empty in every row are left out; the first one stays. */
export function table(head: readonly string[], rows: readonly (readonly (Cell | string)[])[]): Table {
  const cells = rows.map((row) => row.map(asContent));
  const kept = head.flatMap((_, column) => (column === 0 || cells.some((row) => isTold(row[column])) ? [column] : []));
  const keep = (row: readonly Cell[]) => kept.map((column) => row[column] ?? []);
  return { type: 'table', head: keep(head.map((text) => [capitalised(text)])), rows: cells.map(keep) };
}

export function strong(...content: readonly Inline[]): Strong {
  return { type: 'strong', content };
}

export function emphasis(...content: readonly Inline[]): Emphasis {
  return { type: 'emphasis', content };
}

export function code(text: string): Code {
  return { type: 'code', text };
}

export function link(to: string, ...content: readonly Inline[]): Link {
  return { type: 'link', to, content };
}

/** One after the other, with something between them. */
export function separated(items: readonly Cell[], separator: string): Cell {
  return items.flatMap((item, index) => (index === 0 ? item : [separator, ...item]));
}

/** A sentence of ours, in which what stands between backticks is code. */
export function withCode(text: string): Cell {
  return text.split('`').map((part, index) => (index % 2 === 1 ? code(part) : part));
}

function isTold(cell: Cell | undefined): boolean {
  return cell?.some((part) => part !== '') === true;
}

function asContent(content: Cell | string): Cell {
  return typeof content === 'string' ? [content] : content;
}
