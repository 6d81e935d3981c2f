/** What the person at the keyboard can mend: printed without a stack, exit code 2. Told by `isMisuse`. */
export class Misuse extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'Misuse';
    this.hint = hint;
  }
}

/** By name: the build repeats shared code in the parts that are read lazily, and two copies of a class break instanceof. */
export function isMisuse(error: unknown): error is Misuse {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'Misuse';
}
