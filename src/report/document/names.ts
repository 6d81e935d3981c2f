import { speaker } from '../../audit/say.js';
import type { Architecture, Element, ElementId } from '../../graph/architecture.js';

/** How a report calls elements: as the messages of its findings do, with the place where several have one name. */
export interface Names {
  one(element: Element): string;
  /** `web on server-1, server-2 and server-3`; of many the first, and how many more. */
  list(elements: readonly Element[]): string;
  /** As `list`, of those ids that the model has. */
  listIds(ids: readonly ElementId[]): string;
  /** As `list`, but all of them. */
  every(elements: readonly Element[]): string;
  /** As `list`, apart for each kind and name: `server-1 and server-2; web on server-1 and server-2`. */
  groups(elements: readonly Element[]): string;
}

/** A list of more is cut short where messages are made. */
const mostNames = 6;
const mostGroups = 8;

export function namesIn(model: Architecture): Names {
  const say = speaker(model);

  /** The zone of a record stands in its name already. */
  function list(elements: readonly Element[]): string {
    const isNames = elements.every(({ kind }) => kind === 'record');
    return say('{{elements}}', { elements: isNames ? elements.map(({ name }) => name) : elements });
  }

  return {
    one: (element) => list([element]),
    list,
    listIds: (ids) => list(ids.flatMap((id) => model.byId.get(id) ?? [])),
    every: (elements) => chunks(elements).map(list).join('; '),
    groups(elements) {
      const all = groupsOf(elements).map(list);
      const rest = all.length - mostGroups;
      return [...all.slice(0, mostGroups), ...(rest > 0 ? [`${rest} more of the kind`] : [])].join('; ');
    },
  };
}

function chunks(elements: readonly Element[]): readonly (readonly Element[])[] {
  return elements.flatMap((_, index) => (index % mostNames === 0 ? [elements.slice(index, index + mostNames)] : []));
}

/** Those that share their kind and name, and per kind those whose name is their own. */
function groupsOf(elements: readonly Element[]): readonly (readonly Element[])[] {
  const counts = new Map<string, number>();
  for (const element of elements) counts.set(keyOf(element), (counts.get(keyOf(element)) ?? 0) + 1);
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const key = (counts.get(keyOf(element)) ?? 0) > 1 ? keyOf(element) : element.kind;
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return [...groups.values()];
}

function keyOf({ kind, name }: Element): string {
  return JSON.stringify([kind, name]);
}
