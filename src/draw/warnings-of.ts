import type { Architecture, AuthorView } from '../graph/architecture.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { routable } from './layout/layout-scene.js';
import type { Placement } from './layout/placement.js';
import type { Scene } from './scene/scene.js';
import { cleanText } from './text/clean-text.js';

/** What a picture does not show, or not as one might expect. */
export interface PictureWarning {
  readonly message: string;
  readonly hint?: string;
}

/** `placement`: left out where it was not laid out; `own`: the view of the author that it shows. */
export function warningsOf(
  model: Architecture,
  scene: Scene,
  placement: Placement | undefined,
  own: AuthorView | undefined,
): readonly PictureWarning[] {
  return [
    ...(own ? unknownTags(model, own) : []),
    ...(own && scene.boxes.length === 0 ? [showsNothing(model, own)] : []),
    ...(placement?.isStraight ? [straight(scene)] : []),
  ];
}

/** A tag is a word that anybody can misspell; elements are named by what they are. */
function unknownTags(model: Architecture, { name, tags = [] }: AuthorView): readonly PictureWarning[] {
  const carried = new Set(model.elements.flatMap(({ facts }) => facts.tags ?? []));
  const unknown = tags.filter((tag) => !carried.has(tag));
  return unknown.map((tag) => {
    const nearest = nearestName(tag, [...carried]);
    const known = carried.size === 0 ? 'No element has a tag.' : `There are: ${[...carried].slice(0, 20).join(', ')}.`;
    return {
      message: `The view '${cleanText(name)}' of '${cleanText(model.name)}' asks for the tag '${cleanText(tag)}', which no element has.`,
      hint: nearest === undefined ? known : `Did you mean '${nearest}'?`,
    };
  });
}

function showsNothing(model: Architecture, { name, like }: AuthorView): PictureWarning {
  return {
    message: `The view '${cleanText(name)}' of '${cleanText(model.name)}' shows no element: the picture is empty.`,
    hint: `What it includes, less what it excludes, holds nothing that a view like '${like}' draws.`,
  };
}

function straight({ title, boxes, bundles }: Scene): PictureWarning {
  const { boxes: cards, bundles: lines } = routable;
  return {
    message: `'${title}' has ${boxes.length} cards and ${bundles.length} lines: its lines are drawn straight, through what is between, and without their words.`,
    hint: `Ways are looked for up to ${cards} cards and ${lines} lines. Without --no-fold, or as pages and views of parts, it has fewer.`,
  };
}
