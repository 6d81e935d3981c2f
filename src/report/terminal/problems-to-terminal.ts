import type { Problem } from '../../graph/problem.js';
import { codeFrame } from './code-frame.js';
import { hanging, indented, oneLine } from './layout.js';
import { mixStyle } from './mix-style.js';
import type { TerminalOptions, TerminalStyle } from './style.js';

/** What somebody has to mend before a model can be audited: place, what is wrong, the line, what to do. */
export async function problemsToTerminal(problems: readonly Problem[], options: TerminalOptions): Promise<string> {
  const style = await mixStyle(options);
  return problems.map((problem) => `${problemBlock(problem, style).join('\n')}\n`).join('\n');
}

function problemBlock({ file, line, column, message, hint }: Problem, style: TerminalStyle): string[] {
  const { paint, width } = style;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const frame =
    file !== undefined && line !== undefined
      ? codeFrame({ lines: style.sourceLines(file), at: { line, column: column ?? 1 }, width: width - 2, paint })
      : [];
  return [
    ...(place === '' ? [] : [paint.place(oneLine(place))]),
    ...hanging('error: ', message, width, paint.bad),
    ...indented(frame, 2),
    ...(hint === undefined
      ? []
      : indented(
          hanging('', hint, width - 2, (text) => text),
          2,
        )),
  ];
}
