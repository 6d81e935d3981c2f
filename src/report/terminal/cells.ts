/** Columns of a terminal: full-width characters and emoji take two, marks that combine with the one before take none. */

/** Letters and signs that stand for themselves, one column each: nearly every line that is printed. */
const simple =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u257f\u2713\u2717]*$/;
const wide =
  /^(?:\p{Extended_Pictographic}\uFE0F|\p{Emoji_Presentation}|\p{Regional_Indicator}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}])/u;

export function cellsOf(text: string): number {
  if (simple.test(text)) return text.length;
  let cells = 0;
  for (const { segment } of segments(text)) cells += wide.test(segment) ? 2 : 1;
  return cells;
}

/** Breaks a text into lines of at most `width` columns: at spaces where there are any, through a word where there are none. */
export function wrapCells(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (cellsOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutCells(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Pieces of at most `width` columns each, cut between graphemes. */
export function cutCells(text: string, width: number): string[] {
  if (cellsOf(text) <= width) return [text];
  const pieces: string[] = [];
  let piece = '';
  let cells = 0;
  for (const { segment } of segments(text)) {
    const more = wide.test(segment) ? 2 : 1;
    if (cells + more > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      cells = 0;
    }
    piece += segment;
    cells += more;
  }
  return [...pieces, piece];
}

/** Takes some ten milliseconds to make: more than all the lines of a usual audit. */
let segmenter: Intl.Segmenter | undefined;

function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}
