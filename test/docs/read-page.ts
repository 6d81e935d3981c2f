import { readFileSync } from 'node:fs';

export interface CodeBlock {
  readonly language: string;
  readonly code: string;
}

/** What stands below one heading, down to the next. */
export interface Section {
  readonly title: string;
  /** How many `#` its heading has. */
  readonly level: number;
  readonly blocks: readonly CodeBlock[];
  /** The cells of its tables, heads and all. */
  readonly rows: readonly (readonly string[])[];
  /** The text without its code blocks. */
  readonly prose: string;
}

const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** The sections of a page of Markdown; what stands before the first heading is left out. */
export function readPage(file: string): readonly Section[] {
  const blocks: CodeBlock[] = [];
  // A line of code may look like a heading: the blocks are taken out first, each leaves its number.
  const text = readFileSync(file, 'utf8').replace(fence, (_, language: string, code: string) => {
    blocks.push({ language, code });
    return `@@${blocks.length - 1}@@`;
  });
  return [...text.matchAll(/^(#+) (.*)\n([\s\S]*?)(?=^#+ |(?![\s\S]))/gm)].map(
    ([, marks = '', title = '', body = '']) => ({
      title,
      level: marks.length,
      blocks: [...body.matchAll(/^@@(\d+)@@$/gm)].flatMap(([, index]) => blocks[Number(index)] ?? []),
      rows: [...body.matchAll(/^\|(.*)\|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim())),
      prose: body.replace(/^@@\d+@@$/gm, ''),
    }),
  );
}

export function blocksOf(sections: readonly Section[], language: string): readonly string[] {
  return sections.flatMap(({ blocks }) => blocks).flatMap((block) => (block.language === language ? [block.code] : []));
}
