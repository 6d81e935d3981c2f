import type { ArchitectureDocument } from '../graph/architecture.js';
import type { Problem } from '../graph/problem.js';
import type { Parts } from './parts.js';

/** What a model's file came to. */
export interface LoadedFile {
  readonly documents: readonly ArchitectureDocument[];
  readonly problems: readonly Problem[];
  /** Absolute paths of the files that took part, as far as it got. */
  readonly files: readonly string[];
  /** What a cached result depends on; left out where it cannot be told. */
  readonly parts?: Parts;
  /** Whether files that it does not import may have had a say in its types, since they were checked with it. */
  readonly needsCompany?: boolean;
}
