import type { Cell, Code, Emphasis, Heading, Inline, Link, List, Paragraph, Quote, Strong, Table } from './node.js';

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
  return { type: 'list', ordered: false, items: items.map(asContent) };
}

/** Rows may hold plain texts for cells. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (Cell | string)[])[],
  align?: Table['align'],
): Table {
  return {
    type: 'table',
    head: head.map(asContent),
    rows: rows.map((row) => row.map(asContent)),
    ...(align && { align }),
  };
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

function asContent(content: Cell | string): Cell {
  return typeof content === 'string' ? [content] : content;
}
