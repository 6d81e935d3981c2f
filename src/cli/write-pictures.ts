import type { Audit } from '../audit/finding.js';
import { drawFormats } from '../pipeline.js';
import { choosePictures, refuseUnknownViews } from './choose-pictures.js';
import type { ExitCode, Request } from './command.js';
import { isMisuse, Misuse } from './misuse.js';
import type { PictureRequest } from './picture-request.js';
import { printWarning } from './print-problem.js';
import { type Content, writeForEach } from './write-for-each.js';

/** Draws the views that were asked for in the formats that were asked for, of every model. */
export async function writePictures(request: Request, asked: PictureRequest): Promise<ExitCode> {
  const foreign = new Set<string>();
  const exitCode = await writeForEach(
    request,
    (audited) => draw(audited, asked, foreign),
    (models) => refuseUnknownViews(models, asked.views),
  );
  if (foreign.size > 0) {
    const scripts = [...foreign].sort().join(', ');
    printWarning(
      `Inter, the font of pictures, lacks ${scripts}: PNG files with these were drawn with fonts of this machine.`,
      'On another machine they may come out different, or blank.',
      request.surroundings,
    );
  }
  return exitCode;
}

async function* draw(
  audited: Audit,
  { views, formats, options }: PictureRequest,
  foreign: Set<string>,
): AsyncGenerator<readonly [file: string, content: Content]> {
  const onForeignScripts = (scripts: readonly string[]) => {
    for (const script of scripts) foreign.add(script);
  };
  try {
    for (const { view, file } of choosePictures(audited.model, views)) {
      const drawn = drawFormats(audited, { view }, formats, { ...options, onForeignScripts });
      for await (const [format, content] of drawn) yield [`${file}.${format}`, content];
    }
  } catch (error) {
    throw isPngProblem(error) ? new Misuse(error.message, error.hint) : error;
  }
}

/** By name, as in `isMisuse`. */
function isPngProblem(error: unknown): error is Error & { readonly hint: string } {
  return error instanceof Error && error.name === 'PngProblem' && !isMisuse(error);
}
