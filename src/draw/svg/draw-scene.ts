import type { MeasuredScene, Placement } from '../layout/placement.js';
import type { Scene } from '../scene/scene.js';
import { drawCard } from './draw-card.js';
import { drawFrame, drawTitle } from './draw-group.js';
import { drawLabel } from './draw-label.js';
import { drawLine } from './draw-line.js';
import type { Pen } from './pen.js';

/** Frames, then lines (the quieter ones first), then everything that lines pass behind. */
export function drawScene(pen: Pen, { scene, boxes, groups }: MeasuredScene, placement: Placement): string {
  const framesOutermostFirst = [...scene.groups].sort((a, b) => depth(scene, a.id) - depth(scene, b.id));
  const quiet = placement.lines.filter(({ bundle }) => bundle.style === 'operations');
  const loud = placement.lines.filter(({ bundle }) => bundle.style !== 'operations');
  const lines = [...quiet, ...loud];
  return [
    ...framesOutermostFirst.map((group) =>
      present(placement.groups.get(group.id), (place) => drawFrame(pen, group, place)),
    ),
    ...lines.map((line) => drawLine(pen, scene, line)),
    ...scene.groups.map((group) =>
      present(placement.groups.get(group.id), (place) => drawTitle(pen, group, groups.get(group.id)!, place)),
    ),
    ...scene.boxes.map((box) =>
      present(placement.boxes.get(box.id), (place) => drawCard(pen, box, boxes.get(box.id)!, place)),
    ),
    ...lines.map((line) => drawLabel(pen, line)),
  ].join('');
}

function present<T>(place: T | undefined, draw: (place: T) => string): string {
  return place === undefined ? '' : draw(place);
}

function depth(scene: Scene, id: string): number {
  const parent = scene.groups.find((group) => group.id === id)?.parent;
  return parent === undefined ? 0 : 1 + depth(scene, parent);
}
