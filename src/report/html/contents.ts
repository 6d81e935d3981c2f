import type { Heading, ReportNode } from '../document/tree.js';
import { textOf } from '../markdown/slugs.js';
import { escapeHtml } from './escape-html.js';

export interface Entry {
  readonly slug: string;
  readonly text: string;
  readonly below: readonly Entry[];
}

/** A section of more parts than this names none of them: its own table does. */
const mostParts = 45;

/** The sections, and the parts of each. */
export function contentsOf(nodes: readonly ReportNode[], slugs: readonly string[]): readonly Entry[] {
  const sections: { readonly slug: string; readonly text: string; readonly below: Entry[] }[] = [];
  const headings = nodes.filter((node): node is Heading => node.type === 'heading');
  for (const [index, { level, content }] of headings.entries()) {
    const entry = { slug: slugs[index] ?? '', text: textOf(content), below: [] };
    if (level === 2) sections.push(entry);
    if (level === 3) sections.at(-1)?.below.push(entry);
  }
  return sections.map((section) => (section.below.length > mostParts ? { ...section, below: [] } : section));
}

/** The list of contents as the page has it; nothing where there is no section. */
export function contentsList(entries: readonly Entry[]): string {
  return entries.length === 0 ? '' : `<nav aria-label="Contents">${listOf(entries)}</nav>`;
}

function listOf(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ slug, text, below }) =>
      `<li><a href="#${escapeHtml(encodeURI(slug))}">${escapeHtml(text)}</a>${below.length === 0 ? '' : listOf(below)}</li>`,
  );
  return `<ol>${items.join('\n')}</ol>`;
}
