/** Where imports may lead, and what was looked for on the way: a file that appears later changes the answer. */
export interface Surroundings {
  /** Modules are read below this folder only. */
  readonly root: string;
  readonly missing: Set<string>;
  /** Files other than modules that decided where an import leads: the package.json of packages. */
  readonly consulted: Set<string>;
}

export type Resolution = { readonly path: string } | { readonly refused: string; readonly hint?: string };
