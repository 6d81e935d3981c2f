import type { Element, ElementId } from '../../../graph/architecture.js';
import type { StrokeBundle } from '../bundle-strokes.js';
import type { Cast } from '../cast.js';
import type { Box, Bundle, Group } from '../scene.js';
import type { Stage } from '../stage.js';

/** The state of a card in a picture of a failure. What is folded together is of one state. */
export function stateOfBox({ aftermath }: Stage, { id }: Element): Pick<Box, 'state'> {
  return aftermath ? { state: aftermath.stateOf(id) } : {};
}

/** A frame that nothing happened to is muted only where nothing happened in it. */
export function stateOfGroup(stage: Stage, cast: Cast, { id }: Element): Pick<Group, 'state'> {
  const { aftermath } = stage;
  if (!aftermath) return {};
  const state = aftermath.stateOf(id);
  return state === 'untouched' && isTouchedInside(stage, cast, id) ? {} : { state };
}

function isTouchedInside({ aftermath }: Stage, cast: Cast, frame: ElementId): boolean {
  const inside = new Set([frame]);
  for (const group of outermostFirst(cast)) if (group.parent && inside.has(group.parent)) inside.add(group.element.id);
  const places = cast.groups.map(({ element }) => element.id).filter((id) => id !== frame && inside.has(id));
  const cards = cast.boxes.filter(({ group }) => group !== undefined && inside.has(group));
  return [...places, ...cards.map(({ element }) => element.id)].some((id) => aftermath?.stateOf(id) !== 'untouched');
}

function outermostFirst({ groups }: Cast): Cast['groups'] {
  const parents = new Map(groups.map(({ element, parent }) => [element.id, parent]));
  const depth = (id: ElementId) => {
    let levels = 0;
    for (let at = parents.get(id); at !== undefined && levels < parents.size; at = parents.get(at)) levels += 1;
    return levels;
  };
  return [...groups].sort((a, b) => depth(a.element.id) - depth(b.element.id));
}

/** A line between things that nothing happened to is muted as they are. */
export function stateOfLine({ aftermath }: Stage, { sources, targets, line }: StrokeBundle): Pick<Bundle, 'state'> {
  if (!aftermath) return {};
  if (line.cut) return { state: 'cut' };
  if (line.takesOver) return {};
  const isUntouched = [...sources, ...targets].every((id) => aftermath.stateOf(id) === 'untouched');
  return isUntouched ? { state: 'untouched' } : {};
}
