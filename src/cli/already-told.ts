/** What is wrong has been printed; exit code 2, and nothing more to say. Told by its name, as `isMisuse` is. */
export class AlreadyTold extends Error {
  override readonly name = 'AlreadyTold';
}

export function isAlreadyTold(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AlreadyTold';
}
