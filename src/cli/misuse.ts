/** What the person at the keyboard can mend: printed without a stack, exit code 2. */
export class Misuse extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'Misuse';
    this.hint = hint;
  }
}
