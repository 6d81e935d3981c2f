import type { MeasuredLabel, MeasuredScene } from '../layout/placement.js';
import type { Scene } from '../scene/scene.js';
import { measureBox } from './measure-box.js';
import { measureGroup } from './measure-group.js';
import { measureLabel } from './measure-label.js';
import { shareWidths } from './share-widths.js';

/** Sizes of every card, title and label in pixels, with their texts broken and cut to fit. */
export function measureScene(scene: Scene): MeasuredScene {
  const boxes = shareWidths(scene.boxes, scene.boxes.map(measureBox));
  const groups = scene.groups.map(measureGroup);
  const labels = scene.bundles.map(measureLabel).filter((label): label is MeasuredLabel => label !== undefined);
  return {
    scene,
    boxes: new Map(boxes.map((box) => [box.id, box])),
    groups: new Map(groups.map((group) => [group.id, group])),
    labels: new Map(labels.map((label) => [label.bundle, label])),
  };
}
