import type { Heading, ReportNode } from '../document/tree.js';

export interface Contents {
  readonly id: string;
  readonly level: Heading['level'];
  readonly text: string;
}

/**
 * The headings with an id each, unique on the page. Ids are made of letters and digits of any script; a heading without
 * any is numbered.
 */
export function contentsOf(nodes: readonly ReportNode[]): readonly Contents[] {
  const taken = new Map<string, number>([['main', 1]]);
  return nodes
    .filter((node) => node.type === 'heading')
    .map(({ level, text }) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const slug = words.join('-').slice(0, 60) || 'section';
      const count = (taken.get(slug) ?? 0) + 1;
      taken.set(slug, count);
      return { id: count === 1 ? slug : `${slug}--${count}`, level, text };
    });
}
