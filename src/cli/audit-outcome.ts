/** Where one text of an audit goes. */
export interface AuditOutput {
  readonly format: string;
  /** Left out: standard output. */
  readonly file?: string;
}

/** What an audit came to, as it is kept between runs. */
export interface AuditOutcome {
  readonly exitCode: 0 | 1 | 2;
  readonly texts: readonly OutcomeText[];
}

export interface OutcomeText {
  /** Left out: standard output, or standard error for a warning. */
  readonly file?: string;
  readonly isWarning?: true;
  readonly text: string;
}

export function isAuditOutcome(value: unknown): value is AuditOutcome {
  if (typeof value !== 'object' || value === null || !('exitCode' in value) || !('texts' in value)) return false;
  const { exitCode, texts } = value;
  return (exitCode === 0 || exitCode === 1) && Array.isArray(texts) && texts.every(isText);
}

function isText(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return false;
  return !('file' in value) || typeof value.file === 'string';
}
