import type { Audit } from '../audit/finding.js';
import { type ViewName, viewNames } from '../draw/scene/scene.js';
import { drawModel } from '../pipeline.js';
import type { ExitCode, Request } from './command.js';
import { writeForEach } from './write-for-each.js';

/** Draws the views that were asked for, of every model. */
export function writePictures(request: Request): Promise<ExitCode> {
  const asked = request.values('view');
  const views = viewNames.filter((view) => asked.length === 0 || asked.includes(view));
  return writeForEach(request, (audited) => draw(audited, views));
}

async function* draw(audited: Audit, views: readonly ViewName[]): AsyncGenerator<[file: string, content: string]> {
  for (const view of views) yield [`${view}.svg`, await drawModel(audited, view)];
}
