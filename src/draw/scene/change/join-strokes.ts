import { matchItems } from '../../../diff/match-items.js';
import type { ModelDiff } from '../../../diff/model-diff.js';
import { translatorOf } from '../../../diff/translate-ids.js';
import type { Architecture, FlowId } from '../../../graph/architecture.js';
import type { Connections } from '../compose-scene.js';
import type { LineChange } from '../scene.js';
import { elementsOf } from '../stage.js';
import type { Line, Stroke } from '../stroke.js';
import { idOfRemoved } from './join-models.js';

/**
 * The connections of both models as lines of one picture, each as its own model draws it: those of the head, and those of the
 * base that lead nowhere any more.
 */
export function joinConnections(
  both: Architecture,
  before: Connections,
  after: Connections,
  diff: ModelDiff,
  isChanged: (id: FlowId) => boolean,
): Connections {
  const toHead = translatorOf(diff.toHead);
  const flowInHead = (id: FlowId) => diff.flowsToHead.get(id) ?? idOfRemoved(id);
  const old = before.strokes.map((stroke) => ({
    ...stroke,
    from: toHead(stroke.from),
    to: toHead(stroke.to),
    flows: stroke.flows.map(flowInHead),
  }));
  const { pairs, added, removed } = matchItems(old, after.strokes, [
    { ofBase: wholeKey, ofHead: wholeKey, inOrder: true },
    { ofBase: endsKey, ofHead: endsKey, inOrder: true },
  ]);
  const partners = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const isNew = new Set(added);
  const strokes = after.strokes.map((stroke) => {
    if (isNew.has(stroke)) return turned(stroke, 'added');
    const partner = partners.get(stroke);
    const saysOtherwise = stroke.flows.length === 0 && partner && lookOf(partner.line) !== lookOf(stroke.line);
    // A name is looked up as before, whatever becomes of the request.
    if (stroke.line.sideBySide) return stroke;
    return saysOtherwise || stroke.flows.some(isChanged) ? turned(stroke, 'changed') : stroke;
  });
  const guards = new Set([...after.guards, ...before.guards].map(({ id }) => toHead(id)));
  return {
    strokes: [...strokes, ...removed.map((stroke) => turned(stroke, 'removed'))],
    guards: elementsOf(both, [...guards]),
  };
}

function turned(stroke: Stroke, change: LineChange): Stroke {
  const line: Line = { ...stroke.line, change };
  return { ...stroke, line };
}

function endsKey({ from, to, line }: Stroke): string {
  return JSON.stringify([from, to, line.phrase, line.sort, line.purpose, line.sideBySide]);
}

function wholeKey(stroke: Stroke): string {
  return JSON.stringify([endsKey(stroke), stroke.flows, lookOf(stroke.line)]);
}

export function lookOf({ style, lock, label, thin, head }: Line): string {
  return JSON.stringify([style, lock, label, thin, head]);
}
