import { checkPicture, type PictureCheck } from '../pipeline.js';
import { choosePictures, namesAsked } from './choose-pictures.js';
import type { ExitCode, Request } from './command.js';
import { forEachModel } from './each-model.js';
import type { PictureRequest } from './picture-request.js';
import { printWarning } from './print-problem.js';

/** Of one picture more are counted: nobody reads thousands of lines. */
const mostFaults = 20;

/** Has the self-test look at every picture, and tells what it finds. Ends with 1 where anything overlaps or is missing. */
export async function checkPictures(request: Request, { views, options }: PictureRequest): Promise<ExitCode> {
  const { surroundings } = request;
  let names: readonly string[] = [];
  let isFlawed = false;
  const exitCode = await forEachModel(request, {
    doing: 'checking',
    before: (models) => {
      names = namesAsked(models, views);
    },
    async work(audited, folder, progress) {
      for (const { view, file } of choosePictures(audited.model, names)) {
        const check = await checkPicture(audited, view, {
          ...options,
          onWarning: ({ message, hint }) => {
            progress.wipe();
            printWarning(message, hint, surroundings);
          },
        });
        progress.wipe();
        surroundings.stdout.write(tell(`${folder} ${file}`, check));
        if (check.faults.length > 0) isFlawed = true;
      }
    },
  });
  return exitCode === 0 && isFlawed ? 1 : exitCode;
}

function tell(picture: string, { faults, crossings, lines }: PictureCheck): string {
  const counts = [counted(faults.length, 'overlap'), counted(crossings, 'crossing')];
  const perLine = (lines === 0 ? 0 : crossings / lines).toFixed(1);
  const more = faults.length - mostFaults;
  const told = [...faults.slice(0, mostFaults), ...(more > 0 ? [`and ${more} more`] : [])];
  return [`${picture}: ${counts.join(', ')}, ${perLine} per line`, ...told.map((fault) => `  ${fault}`), ''].join('\n');
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
