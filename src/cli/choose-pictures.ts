import { type ModelPicture, picturesOf } from '../draw/pictures-of.js';
import type { Architecture } from '../graph/architecture.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { viewNames } from '../vocabulary/words.js';
import { Misuse } from './misuse.js';

/** The pictures of a model that were asked for by name; all where none was. */
export function choosePictures(model: Architecture, asked: readonly string[]): readonly ModelPicture[] {
  const all = picturesOf(model);
  return asked.length === 0 ? all : all.filter(({ name }) => asked.includes(name));
}

/** Throws Misuse where a name is no view of any of the models: a model may have views of its own, another not. */
export function refuseUnknownViews(models: readonly Architecture[], asked: readonly string[]): void {
  const known = new Set<string>(viewNames);
  const isUnknown = (name: string) => !known.has(name);
  if (!asked.some(isUnknown)) return;
  for (const model of models) for (const { name } of picturesOf(model)) known.add(name);
  const unknown = asked.find(isUnknown);
  if (unknown === undefined) return;
  const nearest = nearestName(unknown, [...known]);
  const hint =
    nearest === undefined ? `There are: ${[...known].slice(0, 40).join(', ')}.` : `Did you mean '${nearest}'?`;
  throw new Misuse(`'${unknown}' is no view of ${models.length === 1 ? 'this model' : 'any of these models'}.`, hint);
}
