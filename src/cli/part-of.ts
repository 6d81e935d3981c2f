import type { Audit } from '../audit/finding.js';
import { digest } from '../load/digest.js';
import { toolVersion } from '../load/tool.js';
import { partText } from '../report/json/part-text.js';
import type { Day } from '../vocabulary/units.js';
import type { AuditedModels } from './audit-models.js';
import type { BaselineFile } from './baseline-file.js';
import { chooseShard } from './choose-shard.js';
import type { Request } from './command.js';
import { contentsOf } from './kept-audits.js';
import type { Project } from './open-project.js';

/** What was audited as one part of a whole; without `--shard` it is all of it. */
export function partOf(request: Request, audited: AuditedModels, today: Day): string {
  const { audits, files, places, project, baseline, problems, sourceLines } = audited;
  return partText(audits, {
    tool: toolVersion(),
    shard: chooseShard(request) ?? { index: 1, of: 1 },
    today,
    configuration: configurationDigest(project),
    baseline: baselineDigest(baseline),
    inputs: request.files,
    problems,
    fileOf: (audit: Audit) => files.get(audit) ?? '',
    placeOf: (audit: Audit) => places.get(audit) ?? 0,
    sourceLines,
  });
}

/** What the findings depend on beside the models, and what decides how the command ends. */
export function configurationDigest({ rules, preset, settings, failOn, models, parts }: Project): string {
  const ids = rules.map(({ id }) => id);
  return digest(JSON.stringify([ids, preset, settings, failOn, models, parts ? contentsOf(parts) : []]));
}

export function baselineDigest({ entries }: BaselineFile): string {
  return digest(JSON.stringify(entries));
}
