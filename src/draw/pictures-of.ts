import type { Architecture, AuthorView } from '../graph/architecture.js';
import { type ViewName, viewNames } from '../vocabulary/words.js';
import { safeNames } from './safe-name.js';
import { pagesOf } from './scene/views/pages.js';

/** A picture that can be drawn of a model. */
export interface ModelPicture {
  /** As it is asked for and shown. */
  readonly name: string;
  /** The name of its file, without the ending: never a path, whatever an author calls a view. */
  readonly file: string;
  readonly view: ViewName | AuthorView;
}

/** The views that every model has, those of its author, and of a large model a page for each of its parts. */
export function picturesOf(model: Architecture): readonly ModelPicture[] {
  const own = model.views ?? [];
  const pages = pagesOf(model);
  return [
    ...viewNames.map((view) => ({ name: view, file: view, view })),
    ...named('view', own),
    ...named('page', pages),
  ];
}

/** The word in front keeps a name from falling together with a view that every model has. */
function named(word: string, views: readonly AuthorView[]): readonly ModelPicture[] {
  const files = safeNames(views.map(({ name }) => name));
  return views.map((view, index) => ({ name: view.name, file: `${word}-${files[index]}`, view }));
}
