import type { PlacedLine, Point } from '../layout/placement.js';
import type { Scene } from '../scene/scene.js';
import { drawHead, headRoom } from './draw-head.js';
import { explain } from './explain.js';
import { lineLook } from './line-look.js';
import { type Pen, paint } from './pen.js';
import { distance, roundedPath, towards } from './rounded-path.js';
import { tag } from './tag.js';

/** A bundle's trunk and branches with a halo in the colour of the page, so that crossings read as bridges. */
export function drawLine(pen: Pen, scene: Scene, line: PlacedLine): string {
  const { bundle, heads } = line;
  const look = lineLook(bundle);
  const width = look.width * pen.weight;
  const joints = line.paths.flatMap((path) => [path[0]!, path.at(-1)!]);
  const data = line.paths.map((path) => roundedPath(pulledBack(path, heads), joints)).join('');
  // Between dots that far apart a wide halo would show as a line of its own.
  const isDotted = bundle.state === 'cut' || bundle.state === 'removed';
  const halo = { 'stroke-width': width + (isDotted ? 2 : 4), 'stroke-opacity': 0.9 };
  const dash = { 'stroke-width': width, 'stroke-dasharray': look.dash };
  return tag('g', { id: `${pen.prefix}-${bundle.id}` }, [
    ...explain(endsInWords(scene, line), bundle.description, bundle.marks),
    tag('path', { d: data, ...halo, ...paint(pen, { fill: 'none', stroke: 'surface.page' }) }),
    tag('path', { d: data, ...dash, ...paint(pen, { fill: 'none', stroke: look.colour }) }),
    ...heads.map(({ from, to }) => drawHead(pen, bundle.head, look.colour, from, to)),
  ]);
}

function endsInWords(scene: Scene, { bundle }: PlacedLine): string {
  const names = (ids: readonly string[]) =>
    ids.map((id) => scene.boxes.find((box) => box.id === id)?.name ?? '').join(', ');
  return `${names(bundle.sources)} to ${names(bundle.targets)}`;
}

/** A line that ends in a head ends a little before it. */
function pulledBack(path: readonly Point[], heads: PlacedLine['heads']): readonly Point[] {
  const endsInHead = (point: Point) => heads.some(({ to }) => distance(to, point) < 0.1);
  return path.map((point, index) => {
    const neighbour = index === 0 ? path[1] : index === path.length - 1 ? path[index - 1] : undefined;
    return neighbour && endsInHead(point) ? towards(point, neighbour, headRoom) : point;
  });
}
