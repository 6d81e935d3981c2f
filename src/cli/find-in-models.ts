import type { Audit } from '../audit/finding.js';
import type { Element } from '../graph/architecture.js';
import { visible } from '../report/terminal/visible.js';
import { joined } from '../report/words.js';
import { listOf } from './choose-models.js';
import { findElements, nearestIds } from './find-elements.js';
import { Misuse } from './misuse.js';
import type { Surroundings } from './surroundings.js';

interface FoundInModel {
  readonly audit: Audit;
  readonly elements: readonly Element[];
}

/**
 * The models that have everything that was named, with the elements meant; of the others standard error says that they were
 * left out. Throws Misuse where a name stands for several elements, or no model has them all.
 */
export function findInModels(
  audits: readonly Audit[],
  names: readonly string[],
  { stderr }: Surroundings,
): readonly FoundInModel[] {
  if (names.length === 0) return audits.map((audit) => ({ audit, elements: [] }));
  const found: FoundInModel[] = [];
  const without: Audit[] = [];
  for (const audit of audits) {
    const results = names.map((name) => ({ name, result: findElements(name, audit.model) }));
    const isWhole = results.every(({ result }) => result.sort !== 'none');
    for (const { name, result } of results)
      if (isWhole && result.sort === 'several') throw severalElements(name, result.elements);
    if (!isWhole) without.push(audit);
    else
      found.push({ audit, elements: results.flatMap(({ result }) => ('elements' in result ? result.elements : [])) });
  }
  if (found.length === 0 && audits.length > 0) throw unknown(names, audits);
  if (without.length > 0) stderr.write(visible(leftOut(without, names)));
  return found;
}

/** A name that stands for several elements where one is asked for. */
export function severalElements(name: string, elements: readonly Element[]): Misuse {
  const tiers = [...new Set(elements.flatMap(({ tier }) => tier ?? []))];
  const ids = elements.map(({ id }) => `'${id}'`);
  const all = tiers.length === 0 ? [] : [`All of a tier: ${joined(tiers.map((tier) => `'${tier}'`))}`];
  return new Misuse(
    `'${name}' is the name of ${elements.length} elements.`,
    ['Name one by its id:', listOf(ids), ...all].join('\n'),
  );
}

function unknown(names: readonly string[], audits: readonly Audit[]): Misuse {
  const isIn = (name: string) => audits.some(({ model }) => findElements(name, model).sort !== 'none');
  const missing = names.find((name) => !isIn(name));
  if (missing === undefined) return new Misuse(`No model has all of ${joined(names.map((name) => `'${name}'`))}.`);
  const near = [...new Set(audits.flatMap(({ model }) => nearestIds(missing, model)))].slice(0, 5);
  const where = audits.length === 1 ? `the model '${audits[0]?.model.name}'` : `any of the ${audits.length} models`;
  return new Misuse(
    `'${missing}' is no element of ${where}.`,
    near.length === 0 ? undefined : `Did you mean ${near.map((id) => `'${id}'`).join(' or ')}?`,
  );
}

function leftOut(without: readonly Audit[], names: readonly string[]): string {
  const what = joined(names.map((name) => `'${name}'`));
  const models = without.slice(0, 6).map(({ model }) => model.name);
  const rest = without.length - models.length;
  return `Left out, as they have no ${what}: ${joined([...models, ...(rest > 0 ? [`${rest} more`] : [])])}.\n`;
}
