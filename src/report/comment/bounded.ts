/** A part of a comment: rows between what opens and what closes them. */
export interface Section {
  /** What its rows are, in the sentence on what was left out: `2 findings`. */
  told(count: number): string;
  readonly open: string;
  readonly rows: readonly string[];
  readonly close: string;
}

/** GitHub takes 65,536 characters; a tool that posts the comment may put a mark of its own in front. */
export const mostCharacters = 65_000;
const roomForSentence = 600;

/**
 * The head and as many rows of the sections, in their order, as a comment has room for; then a sentence on what was left out. No row is
 * cut, and no section is opened for nothing.
 */
export function bounded(head: string, sections: readonly Section[], most = mostCharacters): string {
  let room = most - head.length - roomForSentence;
  const shown = sections.map(({ open, rows, close }) => {
    const frame = open.length + close.length + 2;
    let used = frame;
    let count = 0;
    for (const row of rows) {
      if (used + row.length + 1 > room) break;
      used += row.length + 1;
      count += 1;
    }
    if (count > 0) room -= used;
    return count;
  });
  const blocks = sections.flatMap(({ open, rows, close }, index) => {
    const count = shown[index] ?? 0;
    return count === 0 ? [] : [`${open}\n${rows.slice(0, count).join('\n')}${close}`];
  });
  const left = sections.flatMap(({ rows, told }, index) => {
    const count = rows.length - (shown[index] ?? 0);
    return count === 0 ? [] : [told(count)];
  });
  const sentence =
    left.length === 0
      ? []
      : [`Left out, since a comment holds no more: ${left.join(', ')}. \`stanchion audit\` tells all.`];
  return `${[head, ...blocks, ...sentence].join('\n\n')}\n`;
}
