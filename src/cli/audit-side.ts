import type { Audit } from '../audit/finding.js';
import type { Day } from '../vocabulary/units.js';
import { type AuditedModels, auditModels, nothingAudited } from './audit-models.js';
import type { Request } from './command.js';
import { elsewhere } from './elsewhere.js';
import type { Project } from './open-project.js';
import type { ComparedSide } from './open-sides.js';

/**
 * Audits one side of a comparison. What a baseline sets apart is no news on either side: it has no part in this.
 *
 * @param known audits of the other side, by what their models say
 */
export async function auditSide(
  request: Request,
  { name, cwd, inputs, isCommit }: ComparedSide,
  project: Project,
  today: Day,
  known?: ReadonlyMap<string, Audit>,
): Promise<AuditedModels> {
  const { surroundings } = request;
  const there = elsewhere(surroundings, cwd);
  const asked: Request = {
    ...request,
    files: inputs,
    has: (flag) => flag === 'no-baseline' || request.has(flag),
    // Its files have the names of those in the working folder, and what is wrong with them would be looked for there.
    surroundings: isCommit ? there.surroundings : surroundings,
  };
  if (inputs.length === 0) return nothingAudited(asked, project);
  const audited = await auditModels(asked, today, project, known);
  audited.progress.wipe();
  there.tell(name);
  return audited;
}
