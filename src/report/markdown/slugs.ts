import type { Heading, Inline, ReportNode } from '../document/tree.js';
import { plainLine } from './escape-markdown.js';

/** How links lead to the headings of a document. */
export interface Slugs {
  /** Of every heading, in order. */
  readonly all: readonly string[];
  /** Of the heading with an id of ours. */
  ofId(id: string): string | undefined;
}

/**
 * As GitHub makes anchors of headings: lower case, letters, digits, hyphens and underscores, and a number behind what stood before
 * already. Our own pages use the same.
 */
export function slugsOf(nodes: readonly ReportNode[]): Slugs {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const byId = new Map<string, string>();
  const headings = nodes.filter((node): node is Heading => node.type === 'heading');
  const all = headings.map(({ content, id }) => {
    const slug = free(slugOf(textOf(content)), taken, next);
    taken.add(slug);
    if (id !== undefined && !byId.has(id)) byId.set(id, slug);
    return slug;
  });
  return { all, ofId: (id) => byId.get(id) };
}

/** What a reader sees of inlines. */
export function textOf(content: readonly Inline[]): string {
  const seen = content.map((part): string => {
    if (typeof part === 'string') return plainLine(part);
    return part.type === 'code' ? plainLine(part.text) : textOf(part.content);
  });
  return seen.join('').replace(/\s+/g, ' ').trim();
}

function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  return slug === '' ? 'section' : slug;
}

function free(slug: string, taken: ReadonlySet<string>, next: Map<string, number>): string {
  if (!taken.has(slug)) return slug;
  let number = next.get(slug) ?? 1;
  while (taken.has(`${slug}-${number}`)) number += 1;
  next.set(slug, number + 1);
  return `${slug}-${number}`;
}
