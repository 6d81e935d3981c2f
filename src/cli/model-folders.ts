import { safeName, safeNames } from '../draw/safe-name.js';
import type { Architecture } from '../graph/architecture.js';

/**
 * The name of each model's folder below the output folder, in the order of the models; no two are the same. Where a model's name has no
 * letter that such a name can hold, nobody could tell it by a hash: it is called by its file then.
 */
export function modelFolders(models: readonly Architecture[]): readonly string[] {
  const named = models.map((model) => {
    const title = titleOf(model, models, model.name);
    const file = isUnwritten(model.name) ? stemOf(model) : '';
    return { title, called: file === '' ? title : titleOf(model, models, file) };
  });
  const counts = new Map<string, number>();
  for (const { called } of named) counts.set(safeName(called), (counts.get(safeName(called)) ?? 0) + 1);
  const isAlone = (called: string) => counts.get(safeName(called)) === 1;
  return safeNames(
    named.map(({ called, title }) => (called === title || isAlone(called) ? called : `${called} ${title}`)),
  );
}

/** Models of one name are told apart by their environment. */
function titleOf({ name, facts }: Architecture, models: readonly Architecture[], called: string): string {
  const isAlone = models.filter((other) => other.name === name).length === 1;
  return isAlone ? called : `${called} ${facts.environment ?? ''}`.trim();
}

/** In a script that names of folders do without: Greek, Chinese, emoji. */
function isUnwritten(name: string): boolean {
  return /[^\x20-\x7e]/.test(name) && !/[a-z]/i.test(name.normalize('NFKD'));
}

/** `shop` of `models/shop.arch.ts`; empty where that is of no more use. */
function stemOf({ at }: Architecture): string {
  const [stem = ''] = (at?.file ?? '').replace(/^.*[/\\]/s, '').split('.');
  return isUnwritten(stem) ? '' : stem;
}
