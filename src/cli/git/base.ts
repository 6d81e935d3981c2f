/** What a change is held against. */
export interface Base {
  /** As people name it: `main (1a2b3c4)`, `../old`. */
  readonly name: string;
  /** What stands for the working folder at the tip of the base: configuration, own rules and baseline are taken from here. */
  readonly trusted: BaseFolder;
  /**
   * The same where the change began, at the merge base: its models are compared with. The same object as `trusted` where both are
   * one commit.
   */
  readonly origin: BaseFolder;
  /** What a reader has to know of how it was read, in whole sentences. Grows with what is fetched. */
  readonly notes: readonly string[];
  /** Removes what was written to temporary folders. Never throws. */
  close(): void;
}

export interface BaseFolder {
  /** As people name it. */
  readonly name: string;
  /** Absolute; what stands for the working folder. */
  readonly cwd: string;
  /** Absolute; what stands for the whole of the repository. What lies above is none of the base's. */
  readonly top: string;
  /**
   * Writes out the models that these inputs name (files, folders, patterns; none: the folder models), and all that they import.
   * Inputs are absolute or relative to the working folder. Returns what each is called from `cwd`; undefined where it lies outside of
   * what that stands for: what is found there would be the same file on both sides.
   */
  fetch(inputs: readonly string[]): readonly (string | undefined)[];
  /**
   * Writes out one file, a baseline for example, if there is one.
   *
   * @param path relative to the working folder; or absolute: below it, below its repository, or below `top`
   * @returns where it lies in the base, or would lie; undefined where the path leads out of it
   */
  fetchFile(path: string): string | undefined;
}

/** How much of a repository is read. */
export interface Limits {
  /** Milliseconds for one question to git. */
  readonly wall: number;
  /** Files that a commit may hold. */
  readonly entries: number;
  /** Files that are written out. */
  readonly files: number;
  /** Bytes of one file, and of all that are written out. */
  readonly fileBytes: number;
  readonly bytes: number;
}

export const defaultLimits: Limits = {
  wall: 60_000,
  entries: 1_000_000,
  files: 20_000,
  fileBytes: 100_000_000,
  bytes: 1_000_000_000,
};
