/**
 * One model is one object, several are a list. Where a model was asked for and did not load, what is left is a list too: the
 * shape goes by what was asked.
 */
export function oneOrList(documents: readonly unknown[], someMissing = false): string {
  const [first] = documents;
  const isOne = documents.length === 1 && !someMissing;
  return `${JSON.stringify(isOne ? first : documents, undefined, 2)}\n`;
}
