import type { Element } from '../../../graph/architecture.js';
import type { Stage } from '../stage.js';

/** The stage of the one model that says what is to be told of an element: of what is gone the base, else the head. */
export function nativeOf(stage: Stage, element: Element): Stage & { readonly element: Element } {
  const { changes } = stage;
  if (!changes) return { ...stage, element };
  const gone = changes.removed(element.id);
  return { ...stage, model: gone ? changes.base : changes.head, element: gone ?? element };
}
