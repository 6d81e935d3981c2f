/** More than it takes, rounding apart. */
export function isOverloaded(utilisation: number | undefined): boolean {
  return utilisation !== undefined && utilisation > 1 + 1e-9;
}
