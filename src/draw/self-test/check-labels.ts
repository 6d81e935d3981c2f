import type { PlacedLabel } from '../layout/placement.js';
import type { Drawing, DrawnLine } from './drawing.js';
import type { Overlap } from './overlap.js';
import { contains, distanceTo, intersect, runsThrough } from './shapes.js';

const furthest = 8;

export function checkLabels(drawing: Drawing): Overlap[] {
  const labelled = drawing.lines.flatMap((line) => (line.line.label ? [{ line, label: line.line.label }] : []));
  return [
    ...labelled.flatMap(({ line, label }) => checkLabel(drawing, line, label)),
    ...labelled.flatMap(({ line, label }, index) =>
      labelled
        .slice(index + 1)
        .filter((other) => intersect(label, other.label))
        .map((other): Overlap => ({ kind: 'label on label', what: line.id, other: other.line.id })),
    ),
    ...missingLabels(drawing),
  ];
}

function checkLabel({ placement, titles, badges, lines }: Drawing, line: DrawnLine, label: PlacedLabel): Overlap[] {
  const hits: Overlap[] = [];
  const what = line.id;
  for (const box of placement.boxes.values())
    if (intersect(label, box)) hits.push({ kind: 'label on card', what, other: box.id });
  for (const { owner, rect } of titles)
    if (intersect(label, rect)) hits.push({ kind: 'label on title', what, other: owner });
  for (const { owner, rect } of badges)
    if (intersect(label, rect)) hits.push({ kind: 'label on badge', what, other: owner });
  for (const frame of placement.groups.values()) {
    if (intersect(label, frame) && !contains(frame, label))
      hits.push({ kind: 'label on border', what, other: frame.id });
  }
  for (const other of lines) {
    if (other !== line && other.segments.some((segment) => runsThrough(segment, label))) {
      hits.push({ kind: 'label on foreign line', what, other: other.id });
    }
  }
  const near = line.segments.some((segment) => distanceTo(segment, label) <= furthest);
  return near ? hits : [...hits, { kind: 'label away from its line', what }];
}

function missingLabels({ measured, lines }: Drawing): Overlap[] {
  const labelled = new Set(lines.filter(({ line }) => line.label).map(({ id }) => id));
  return [...measured.labels.keys()].filter((id) => !labelled.has(id)).map((what) => ({ kind: 'label missing', what }));
}
