import { type ModelPicture, picturesOf } from '../draw/pictures-of.js';
import type { Architecture } from '../graph/architecture.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { viewNames } from '../vocabulary/words.js';
import { Misuse } from './misuse.js';

/** The pictures of a model that were asked for by name, or by the name of their file; all where none was. */
export function choosePictures(model: Architecture, asked: readonly string[]): readonly ModelPicture[] {
  const all = picturesOf(model);
  return asked.length === 0 ? all : all.filter(({ name, file }) => asked.includes(name) || asked.includes(file));
}

/**
 * The names in the values of `--view`: a value that is a name as it stands, commas included, else its parts between commas.
 * Throws Misuse where one is no view of any of the models: a model may have views of its own, another not.
 */
export function namesAsked(models: readonly Architecture[], values: readonly string[]): readonly string[] {
  const known = knownNames(models, values);
  const names = values.flatMap((value) => (known.has(value) ? [value] : value.split(',').map(withoutEnding)));
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) return names;
  const nearest = nearestName(unknown, [...known]);
  const hint =
    nearest === undefined ? `There are: ${[...known].slice(0, 40).join(', ')}.` : `Did you mean '${nearest}'?`;
  throw new Misuse(`'${unknown}' is no view of ${models.length === 1 ? 'this model' : 'any of these models'}.`, hint);
}

/** Names before files, so that the nearest is a name where both are as near. The models are asked only where that is needed. */
function knownNames(models: readonly Architecture[], values: readonly string[]): ReadonlySet<string> {
  const known = new Set<string>(viewNames);
  if (values.every((value) => value.split(',').every((name) => known.has(name)))) return known;
  const pictures = models.flatMap(picturesOf);
  for (const { name } of pictures) known.add(name);
  for (const { file } of pictures) known.add(file);
  return known;
}

/** A file that was written is asked for as it is listed. */
function withoutEnding(name: string): string {
  return name.replace(/\.(svg|png|dot|mmd)$/, '');
}
