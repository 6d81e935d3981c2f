import { dirname, resolve } from 'node:path';
import type { GateVerdict } from '../diff/gate/judge-comparison.js';
import type { ToldChange } from '../report/change/told-change.js';
import { type GateFormat, type GateReportOptions, gateReporters } from '../report/gate-reporters.js';
import type { Day } from '../vocabulary/units.js';
import type { AuditedModels } from './audit-models.js';
import type { AuditOutput } from './audit-outcome.js';
import type { Request } from './command.js';
import type { DrawnChange } from './draw-changes.js';
import { writeWhole } from './output-folder.js';
import { fromPlace, tellDrawn } from './tell-drawn.js';
import { terminalOptions } from './terminal-options.js';
import { version } from './version.js';

export interface Gated {
  readonly told: ToldChange;
  readonly verdict: GateVerdict;
  readonly head: AuditedModels;
  readonly drawn: readonly DrawnChange[];
  readonly today: Day;
  readonly rulePages: string | undefined;
}

/** Tells what the gate came to, in every format that was asked for. */
export async function tellGate(request: Request, outputs: readonly AuditOutput[], gated: Gated): Promise<void> {
  const { cwd, stdout } = request.surroundings;
  const common = optionsOf(request, gated);
  for (const { format, file } of outputs) {
    const place = file === undefined ? cwd : dirname(resolve(cwd, file));
    const text = await gateReporters[format as GateFormat](gated.told, gated.head.audits, {
      ...common,
      colour: file === undefined && common.colour,
      pictureOf: ({ audit }) => fromPlace(place, cwd, gated.drawn.find(({ head }) => head === audit)?.file),
    });
    if (file === undefined) stdout.write(text);
    else writeWhole(resolve(cwd, file), text);
  }
  tellDrawn(request, outputs, gated.drawn);
}

function optionsOf(request: Request, { verdict, head, today, rulePages }: Gated): Omit<GateReportOptions, 'pictureOf'> {
  const { project, problems, files, sourceLines } = head;
  const own = new Set(project.ownRules.map(({ id }) => id));
  return {
    ...terminalOptions(request, sourceLines),
    verdict,
    rules: project.rules,
    version,
    today,
    failOn: verdict.limits.failOn,
    problems,
    pageOf: (rule) => (rulePages === undefined || own.has(rule) ? undefined : `${rulePages}${rule}.md`),
    fileOf: (audit) => files.get(audit.whole ?? audit),
  };
}
