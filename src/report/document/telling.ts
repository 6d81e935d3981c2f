import type { Load } from '../../analyses/capacity/result.js';
import type { Faults } from '../../analyses/faults/result.js';
import type { Network } from '../../analyses/network/result.js';
import type { Transport } from '../../analyses/transport/result.js';
import type { Audit } from '../../audit/finding.js';
import type { FrameworkView } from '../../audit/frameworks/framework-view.js';
import type { Names } from './names.js';
import type { ReportNode } from './tree.js';

export interface ReportPicture {
  readonly name: string;
  /** What it is there for, where its author says so. */
  readonly shows?: string | undefined;
  /** Relative to the report, with `/`. */
  readonly file: string;
  readonly alt: string;
}

export interface ReportSources {
  readonly transport: Transport;
  readonly faults: Faults;
  readonly network: Network;
  readonly load: Load;
  readonly pictures: readonly ReportPicture[];
  /** Set where the report is to tell the controls of a framework. */
  readonly framework?: FrameworkView;
}

/** What every section reads. */
export interface Telling extends ReportSources {
  readonly audit: Audit;
  readonly names: Names;
}

export type Section = (telling: Telling) => readonly ReportNode[];
