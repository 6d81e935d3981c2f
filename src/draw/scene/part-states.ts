import type { Element, ElementId } from '../../graph/architecture.js';
import type { StrokeBundle } from './bundle-strokes.js';
import type { Cast } from './cast.js';
import type { Box, Bundle, Group } from './scene.js';
import { type Stage, stateOn } from './stage.js';

/** The state of a card in a picture of a failure or a change. What is folded together is of one state. */
export function stateOfBox(stage: Stage, { id }: Element): Pick<Box, 'state'> {
  const state = stateOn(stage, id);
  return state === undefined ? {} : { state };
}

/** A frame that nothing happened to is muted only where nothing happened in it. */
export function stateOfGroup(stage: Stage, { id }: Element, touched: ReadonlySet<ElementId>): Pick<Group, 'state'> {
  const state = stateOn(stage, id);
  return state === undefined || (state === 'untouched' && touched.has(id)) ? {} : { state };
}

/** The frames round everything that something happened to. */
export function touchedFrames(stage: Stage, { boxes, groups }: Cast): ReadonlySet<ElementId> {
  const touched = new Set<ElementId>();
  if (!stage.aftermath && !stage.changes) return touched;
  const parents = new Map(groups.map(({ element, parent }) => [element.id, parent]));
  const inside = [
    ...groups.map(({ element: { id }, parent }) => ({ id, frame: parent })),
    ...boxes.map(({ element: { id }, group }) => ({ id, frame: group })),
  ];
  for (const { id, frame } of inside) {
    if (stateOn(stage, id) === 'untouched') continue;
    for (let at = frame; at !== undefined && !touched.has(at); at = parents.get(at)) touched.add(at);
  }
  return touched;
}

/** A line between things that nothing happened to is muted as they are. */
export function stateOfLine(
  { aftermath, changes }: Stage,
  { sources, targets, line }: StrokeBundle,
): Pick<Bundle, 'state'> {
  if (changes) return { state: line.change ?? 'untouched' };
  if (!aftermath) return {};
  if (line.cut) return { state: 'cut' };
  if (line.takesOver) return {};
  const isUntouched = [...sources, ...targets].every((id) => aftermath.stateOf(id) === 'untouched');
  return isUntouched ? { state: 'untouched' } : {};
}
