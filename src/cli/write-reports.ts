import type { Audit } from '../audit/finding.js';
import type { FrameworkName } from '../audit/frameworks/framework-names.js';
import { drawViews, reportModel } from '../pipeline.js';
import type { DocumentFormat } from '../report/write-document.js';
import type { ExitCode, Request } from './command.js';
import { writeForEach } from './write-for-each.js';

/** Writes the document of every model in the formats that were asked for, and its pictures. */
export function writeReports(request: Request): Promise<ExitCode> {
  const asked = request.values('format');
  const formats = (['md', 'html'] as const).filter((format) => asked.length === 0 || asked.includes(format));
  const framework = request.value('framework') as FrameworkName | undefined;
  return writeForEach(request, (audited) => report(audited, formats, framework));
}

async function* report(
  audited: Audit,
  formats: readonly DocumentFormat[],
  framework: FrameworkName | undefined,
): AsyncGenerator<readonly [file: string, content: string]> {
  const pictures = await drawViews(audited);
  yield* pictures;
  for (const [format, text] of await reportModel(audited, formats, pictures, framework))
    yield [`report.${format}`, text];
}
