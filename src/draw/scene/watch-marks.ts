import type { Architecture, ElementId, FlowId } from '../../graph/architecture.js';
import type { Stroke } from './stroke.js';

/** A monitor of more than these draws no lines: what it watches carries an eye, and it carries their number. */
const mostLines = 3;

/** Lines of monitoring turned into marks. */
export interface Watching {
  /** What carries an eye: elements and places. */
  readonly watched: ReadonlySet<ElementId>;
  /** How many a monitor watches without lines. */
  readonly watches: ReadonlyMap<ElementId, number>;
  /** Monitors with lines of their own. */
  readonly drawn: ReadonlySet<ElementId>;
  /** The connections that marks tell. */
  readonly flows: ReadonlySet<FlowId>;
  /** All other strokes. */
  readonly strokes: readonly Stroke[];
}

/**
 * What is gone is marked apart from what is there: a monitor that lost one of many shows that as a line, and what it still
 * watches as marks.
 */
export function watchingIn(
  model: Architecture,
  strokes: readonly Stroke[],
  hasCard: (id: ElementId) => boolean,
): Watching {
  const gone = strokes.filter(({ line }) => line.change === 'removed');
  const now = markWatched(
    model,
    strokes.filter(({ line }) => line.change !== 'removed'),
    hasCard,
  );
  if (gone.length === 0) return now;
  const before = markWatched(model, gone, hasCard);
  return {
    watched: now.watched,
    watches: new Map([...before.watches, ...now.watches]),
    drawn: now.drawn,
    flows: now.flows,
    strokes: [...now.strokes, ...before.strokes],
  };
}

/** `hasCard` tells whether lines can end at an element: at a place or at an agent on a server they cannot. */
function markWatched(model: Architecture, strokes: readonly Stroke[], hasCard: (id: ElementId) => boolean): Watching {
  const monitoring = strokes.filter(({ line }) => line.purpose === 'monitoring');
  const subjects = new Map<ElementId, Set<ElementId>>();
  for (const stroke of monitoring) {
    const { monitor, subject } = ends(model, stroke);
    subjects.set(monitor, (subjects.get(monitor) ?? new Set()).add(subject));
  }
  const marked = [...subjects].filter(([, watched]) => watched.size > mostLines || ![...watched].every(hasCard));
  const monitors = new Map(marked);
  const isMarked = (stroke: Stroke) =>
    stroke.line.purpose === 'monitoring' && monitors.has(ends(model, stroke).monitor);
  return {
    watched: new Set(marked.flatMap(([, watched]) => [...watched])),
    watches: new Map(marked.map(([monitor, watched]) => [monitor, watched.size])),
    drawn: new Set([...subjects.keys()].filter((monitor) => !monitors.has(monitor))),
    flows: new Set(strokes.filter(isMarked).flatMap(({ flows }) => flows)),
    strokes: strokes.filter((stroke) => !isMarked(stroke)),
  };
}

/** Who watches whom: reports go to the monitor, watching and probing come from it; an agent speaks for where it runs. */
function ends(model: Architecture, { from, to, line }: Stroke): { monitor: ElementId; subject: ElementId } {
  const pushed = line.phrase === 'reports to';
  return { monitor: pushed ? to : from, subject: spokenFor(model, pushed ? from : to) };
}

/** What an agent watches: the place or element it runs on. */
export function spokenFor(model: Architecture, id: ElementId): ElementId {
  const element = model.byId.get(id);
  return element?.kind === 'agent' && element.parent !== undefined ? element.parent : id;
}
