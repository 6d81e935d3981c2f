import { safeNames } from '../draw/safe-name.js';
import type { Architecture } from '../graph/architecture.js';

/** The name of each model's folder below the output folder, in the order of the models; no two are the same. */
export function modelFolders(models: readonly Architecture[]): readonly string[] {
  return safeNames(models.map((model) => titleOf(model, models)));
}

/** Models of one name are told apart by their environment. */
function titleOf(model: Architecture, models: readonly Architecture[]): string {
  const isAlone = models.filter((other) => other.name === model.name).length === 1;
  return isAlone ? model.name : `${model.name} ${model.facts.environment ?? ''}`.trim();
}
