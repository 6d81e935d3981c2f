type Told<T> = { readonly [Name in keyof T]: Exclude<T[Name], undefined> };

/** Only what was told: an unknown fact is left out of the graph rather than kept as undefined. Changes the object given. */
export function told<T extends object>(facts: T): Told<T> {
  for (const name of Object.keys(facts)) if (facts[name as keyof T] === undefined) delete facts[name as keyof T];
  return facts as Told<T>;
}
