import type { Audit } from '../audit/finding.js';
import { type DrawOptions, drawFormats } from '../pipeline.js';
import { choosePictures, namesAsked } from './choose-pictures.js';
import type { ExitCode, Request } from './command.js';
import { gatherForeignLetters } from './foreign-letters.js';
import { isMisuse, Misuse } from './misuse.js';
import type { PictureRequest } from './picture-request.js';
import { printMisuse, printWarning } from './print-problem.js';
import { type Content, writeForEach } from './write-for-each.js';

/** Draws the views that were asked for in the formats that were asked for, of every model. */
export async function writePictures(request: Request, asked: PictureRequest): Promise<ExitCode> {
  const foreign = gatherForeignLetters();
  const problems: Misuse[] = [];
  let names: readonly string[] = [];
  const onWarning: OnWarning = ({ message, hint }) => printWarning(message, hint, request.surroundings);
  const options: DrawOptions = { ...asked.options, onWarning, onForeignScripts: foreign.onForeignScripts };
  const exitCode = await writeForEach(
    request,
    (audited) => draw(audited, { ...asked, views: names, options }, problems),
    (models) => {
      names = namesAsked(models, asked.views);
    },
  );
  foreign.tell(request.surroundings);
  for (const { message, hint } of problems) printMisuse(message, hint, request.surroundings);
  return problems.length > 0 ? 2 : exitCode;
}

async function* draw(
  audited: Audit,
  { views, formats, options }: PictureRequest,
  problems: Misuse[],
): AsyncGenerator<readonly [file: string, content: Content]> {
  for (const { view, file } of choosePictures(audited.model, views)) {
    try {
      const drawn = drawFormats(audited, { view }, formats, options);
      for await (const [format, content] of drawn) yield [`${file}.${format}`, content];
    } catch (error) {
      // One that is too large keeps no other from being drawn.
      if (!isPngProblem(error)) throw error;
      problems.push(new Misuse(error.message, error.hint));
    }
  }
}

type OnWarning = NonNullable<DrawOptions['onWarning']>;

/** By name, as in `isMisuse`. */
function isPngProblem(error: unknown): error is Error & { readonly hint: string } {
  return error instanceof Error && error.name === 'PngProblem' && !isMisuse(error);
}
