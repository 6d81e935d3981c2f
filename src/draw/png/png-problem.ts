/** What whoever asked for a PNG can mend. Told by its name: a bundle may hold two copies of the class. */
export class PngProblem extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'PngProblem';
    this.hint = hint;
  }
}
