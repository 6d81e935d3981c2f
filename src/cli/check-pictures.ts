import { checkPicture, type PictureCheck } from '../pipeline.js';
import { auditModels } from './audit-models.js';
import { choosePictures, refuseUnknownViews } from './choose-pictures.js';
import type { ExitCode, Request } from './command.js';
import { isMisuse } from './misuse.js';
import { modelFolders } from './model-folders.js';
import type { PictureRequest } from './picture-request.js';
import { printCrash } from './print-crash.js';
import { chooseToday } from './today.js';

/** Has the self-test look at every picture, and tells what it finds. Ends with 1 where anything overlaps or is missing. */
export async function checkPictures(request: Request, { views, options }: PictureRequest): Promise<ExitCode> {
  const { surroundings } = request;
  const today = chooseToday(request.value('today'), surroundings);
  const { audits, hasProblems, progress } = await auditModels(request, today);
  const models = audits.map(({ model }) => model);
  refuseUnknownViews(models, views);
  const folders = modelFolders(models);
  let exitCode: ExitCode = hasProblems ? 2 : 0;
  for (const [index, audited] of audits.entries()) {
    progress.step(`checking ${index + 1} of ${audits.length}: ${folders[index]}`);
    try {
      for (const { view, file } of choosePictures(audited.model, views)) {
        const check = await checkPicture(audited, view, options);
        progress.wipe();
        surroundings.stdout.write(tell(`${folders[index]} ${file}`, check));
        if (check.faults.length > 0 && exitCode === 0) exitCode = 1;
      }
    } catch (error) {
      if (isMisuse(error)) throw error;
      progress.wipe();
      printCrash(error, surroundings);
      exitCode = 2;
    }
  }
  return exitCode;
}

function tell(picture: string, { faults, crossings, lines }: PictureCheck): string {
  const counts = [counted(faults.length, 'overlap'), counted(crossings, 'crossing')];
  const perLine = (lines === 0 ? 0 : crossings / lines).toFixed(1);
  return [`${picture}: ${counts.join(', ')}, ${perLine} per line`, ...faults.map((fault) => `  ${fault}`), ''].join(
    '\n',
  );
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
