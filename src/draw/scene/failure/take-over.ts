import type { Architecture, Element, ElementId } from '../../../graph/architecture.js';
import { elementsOf } from '../stage.js';
import type { Line, Stroke } from '../stroke.js';
import type { Aftermath } from './aftermath.js';

/** A line to what answers in the place of something that is down; where several could, to each. */
export function lineOfTakeOver(line: Line): Line {
  const word = 'takes over';
  return { ...line, label: line.label === '' ? word : `${line.label} · ${word}`, thin: false, takesOver: true };
}

/** Strokes to a store that is down, whose flow a replica answers: each led to the replicas that can as well. */
export function withReplicasInPlace(
  model: Architecture,
  strokes: readonly Stroke[],
  aftermath: Aftermath | undefined,
): readonly Stroke[] {
  if (!aftermath) return strokes;
  return strokes.flatMap((stroke) => {
    const { from, to, line } = stroke;
    if (line.cut || line.sort !== 'traffic' || aftermath.isDown(from) || !aftermath.isDown(to)) return [stroke];
    const replicas = replicasInPlaceOf(model, aftermath, to);
    return [stroke, ...replicas.map(({ id }) => ({ ...stroke, to: id, line: lineOfTakeOver(line) }))];
  });
}

/** Those that something which works promotes. */
function replicasInPlaceOf(model: Architecture, { isDown }: Aftermath, primary: ElementId): readonly Element[] {
  const replications = elementsOf(model, [primary]).flatMap((store) =>
    model.incoming(store).filter(({ verb, facts: { failover } }) => {
      return verb === 'replicates' && typeof failover === 'object' && !isDown(failover.by);
    }),
  );
  return elementsOf(
    model,
    replications.map(({ from }) => from),
  ).filter(({ id }) => !isDown(id));
}
