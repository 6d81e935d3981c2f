import type { Faults } from '../../analyses/faults/result.js';
import type { Network } from '../../analyses/network/result.js';
import type { Transport } from '../../analyses/transport/result.js';
import type { Audit } from '../../audit/finding.js';
import { type NameOf, namesApart } from './name-of.js';
import { accepted } from './sections/accepted.js';
import { assumptions } from './sections/assumptions.js';
import { elements } from './sections/elements.js';
import { findings } from './sections/findings.js';
import { pictures } from './sections/pictures.js';
import { requestWays } from './sections/request-ways.js';
import { singlePoints } from './sections/single-points.js';
import { untold } from './sections/untold.js';
import { verdict } from './sections/verdict.js';
import type { ReportNode } from './tree.js';

export interface ReportPicture {
  readonly view: string;
  /** Relative to the report. */
  readonly file: string;
  readonly alt: string;
}

export interface ReportSources {
  readonly transport: Transport;
  readonly faults: Faults;
  readonly network: Network;
  readonly pictures: readonly ReportPicture[];
}

/** What every section reads. */
export interface Telling extends ReportSources {
  readonly audit: Audit;
  readonly nameOf: NameOf;
}

/** The whole document about one model, the verdict first. */
export function reportDocument(audit: Audit, sources: ReportSources): readonly ReportNode[] {
  const telling: Telling = { audit, nameOf: namesApart(audit.model), ...sources };
  return [verdict, pictures, findings, singlePoints, requestWays, elements, untold, accepted, assumptions].flatMap(
    (section) => section(telling),
  );
}
