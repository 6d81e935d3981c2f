import type { Audit } from '../../audit/finding.js';
import { namesIn } from './names.js';
import { accepted } from './sections/accepted.js';
import { assumptions } from './sections/assumptions.js';
import { availability } from './sections/availability.js';
import { baselined } from './sections/baselined.js';
import { byOwner } from './sections/by-owner.js';
import { controls } from './sections/controls.js';
import { elements } from './sections/elements.js';
import { exposure } from './sections/exposure.js';
import { findings } from './sections/findings.js';
import { load } from './sections/load.js';
import { pictures } from './sections/pictures.js';
import { requestWays } from './sections/request-ways.js';
import { singlePoints } from './sections/single-points.js';
import { untold } from './sections/untold.js';
import { verdict } from './sections/verdict.js';
import type { ReportSources, Section } from './telling.js';
import type { ReportNode } from './tree.js';

export type { ReportPicture, ReportSources } from './telling.js';

const sections: readonly Section[] = [
  verdict,
  pictures,
  findings,
  byOwner,
  controls,
  singlePoints,
  availability,
  requestWays,
  exposure,
  load,
  elements,
  untold,
  accepted,
  baselined,
  assumptions,
];

/** The whole document about one model, the verdict first. It names no day but the audit's own. */
export function reportDocument(audit: Audit, sources: ReportSources): readonly ReportNode[] {
  const telling = { audit, names: namesIn(audit.model), ...sources };
  return sections.flatMap((section) => section(telling));
}
