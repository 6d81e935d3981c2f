import type { Architecture } from '../graph/architecture.js';
import { distinctName, safeName } from './safe-name.js';

/** The name of each model's folder below the output folder, in the order of the models; no two are the same. */
export function modelFolders(models: readonly Architecture[]): string[] {
  const titles = models.map((model) => titleOf(model, models));
  const names = titles.map(safeName);
  return titles.map((title, index) => {
    const name = names[index] ?? safeName(title);
    return names.indexOf(name) === names.lastIndexOf(name) ? name : distinctName(title);
  });
}

/** Models of one name are told apart by their environment. */
function titleOf(model: Architecture, models: readonly Architecture[]): string {
  const isAlone = models.filter((other) => other.name === model.name).length === 1;
  return isAlone ? model.name : `${model.name} ${model.facts.environment ?? ''}`.trim();
}
