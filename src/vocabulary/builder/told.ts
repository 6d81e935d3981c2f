type Told<T> = { readonly [Name in keyof T]: Exclude<T[Name], undefined> };

/** Only what was told: an unknown fact is left out of the graph rather than kept as undefined. */
export function told<T extends object>(facts: T): Told<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Told<T>;
}
