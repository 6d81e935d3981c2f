import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import type { Line, Stroke } from './stroke.js';
import type { View } from './view.js';

/** More guards than these in one view are shields on what they guard, not cards; in a view about guards there are more. */
const mostCards = 4;
const mostOfAll = 8;

/**
 * The firewalls that are drawn as cards in the way of requests: appliances, and those between users and what they
 * visit. Where zones alone are frames those of single servers and elements are left out.
 */
export function guardsInLine(
  model: Architecture,
  strokes: readonly Stroke[],
  { frames, guards }: Pick<View, 'frames' | 'guards'>,
): readonly Element[] {
  if (guards === 'none') return [];
  if (guards === 'all') return everyGuardInLine(model, strokes);
  const candidates = model.byKind.firewall.filter((guard) => frames === 'servers' || isOfPlace(model, guard));
  const cards = candidates.filter(
    (guard) => guard.facts.appliance === true || strokes.some((stroke) => isEntry(model, stroke, guard)),
  );
  if (cards.length <= mostCards) return cards;
  return cards.filter(({ facts }) => facts.appliance === true).slice(0, mostCards);
}

/** Those that something drawn meets; of many those of zones and the site, of many of those the appliances. */
function everyGuardInLine(model: Architecture, strokes: readonly Stroke[]): readonly Element[] {
  const met = model.byKind.firewall.filter((guard) => strokes.some((stroke) => crosses(model, stroke, guard)));
  const choices = [met, met.filter((guard) => isOfPlace(model, guard)), met.filter(({ facts }) => facts.appliance)];
  return choices.find(({ length }) => length <= mostOfAll) ?? [];
}

function isOfPlace(model: Architecture, guard: Element): boolean {
  return guard.parent === undefined || model.byId.get(guard.parent)?.kind === 'zone' || guard.facts.appliance === true;
}

function isEntry(model: Architecture, stroke: Stroke, guard: Element): boolean {
  return model.byId.get(stroke.from)?.kind === 'user' && crosses(model, stroke, guard);
}

/** Traffic from outside into what a guard covers. */
function crosses(model: Architecture, { from, to, line }: Stroke, guard: Element): boolean {
  if (line.sort !== 'traffic' || line.sideBySide || from === guard.id || to === guard.id) return false;
  return isInside(model, to, guard.parent) && !isInside(model, from, guard.parent);
}

/** Whether it stands in a place, or is it; left out: in the site. */
export function isInside(model: Architecture, id: ElementId, container: ElementId | undefined): boolean {
  const element = model.byId.get(id);
  if (!element) return false;
  if (container === undefined)
    return element.kind !== 'user' && element.kind !== 'externalService' && element.kind !== 'dns';
  return id === container || insideIts(model, element, container);
}

function insideIts(model: Architecture, element: Element, container: ElementId): boolean {
  const members = model.clusterById.get(element.id)?.members;
  if (members !== undefined && members.length > 0) return members.every((member) => isInside(model, member, container));
  return model.ancestors(element).some(({ id }) => id === container);
}

/** Leads every stroke that crosses such a guard through its card, the outermost first. */
export function passGuards(
  model: Architecture,
  strokes: readonly Stroke[],
  guards: readonly Element[],
): readonly Stroke[] {
  if (guards.length === 0) return strokes;
  const outermostFirst = [...guards].sort((a, b) => model.ancestors(a).length - model.ancestors(b).length);
  const inSteps = strokes.flatMap((stroke) => stepsOf(model, stroke, outermostFirst));
  return withoutRepeats(withLabelsBehindGuards(inSteps, new Set(guards.map(({ id }) => id))));
}

function stepsOf(model: Architecture, stroke: Stroke, guards: readonly Element[]): readonly Stroke[] {
  const stops = [
    stroke.from,
    ...guards.filter((guard) => crosses(model, stroke, guard)).map(({ id }) => id),
    stroke.to,
  ];
  return stops.slice(1).map((to, index) => ({
    ...stroke,
    from: stops[index] ?? stroke.from,
    to,
    line: lineBefore(stroke.line, stops, index),
  }));
}

/** What a guard stops goes as far as the guard like any other. */
function lineBefore(line: Line, stops: readonly ElementId[], step: number): Line {
  const { stopped } = line;
  return stopped && step < stops.indexOf(stopped.by) ? stopped.before : line;
}

/** What was said in front of a guard is said again behind it only where different things pass it. */
function withLabelsBehindGuards(strokes: readonly Stroke[], guards: ReadonlySet<ElementId>): readonly Stroke[] {
  const passing = new Map<ElementId, Set<string>>();
  for (const { from, line } of strokes) {
    if (guards.has(from)) passing.set(from, (passing.get(from) ?? new Set()).add(line.label));
  }
  return strokes.map((stroke) =>
    passing.get(stroke.from)?.size === 1 && stroke.line.stopped === undefined
      ? { ...stroke, line: quietLine(stroke.line) }
      : stroke,
  );
}

function quietLine(line: Line): Line {
  return { ...line, label: '', short: undefined, phrase: 'lets pass to' };
}

function withoutRepeats(strokes: readonly Stroke[]): readonly Stroke[] {
  const kept = new Map<string, Stroke>();
  for (const stroke of strokes) {
    const { from, to, line } = stroke;
    const key = JSON.stringify([from, to, line]);
    const before = kept.get(key);
    kept.set(key, before ? { ...before, flows: [...before.flows, ...stroke.flows] } : stroke);
  }
  return [...kept.values()];
}
