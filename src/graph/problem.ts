/** Something a person can mend: said with where it stands, what was expected and the nearest name that exists. */
export interface Problem {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** One sentence; names quoted. */
  readonly message: string;
  /** What to do, or the nearest name: `Did you mean 'secure'?` */
  readonly hint?: string;
}
