import { render } from '../../src/draw/render.js';
import { viewNames } from '../../src/draw/scene/scene.js';
import { checkPlacement } from '../../src/draw/self-test/check-placement.js';
import { tellCheck } from '../../src/draw/self-test/tell-check.js';
import { auditWith, findingsEverywhere } from './fixtures/findings.js';
import { threeServers } from './fixtures/three-servers.js';
import { zones } from './fixtures/zones.js';

const models = { threeServers, zones };
const cases = Object.entries(models).flatMap(([name, make]) =>
  viewNames.flatMap((view) => (['TB', 'LR'] as const).map((direction) => [name, view, direction, make] as const)),
);

test.each(cases)('%s, %s, reads %s when it must, and nothing overlaps', async (_name, view, direction, make) => {
  const model = make();
  const { placement, measured } = await render(model, auditWith(model, findingsEverywhere(model).slice(0, 4)), {
    view,
    direction,
  });
  expect(placement.direction).toBe(direction);
  expect(checkPlacement(measured, placement)).toEqual([]);
});

test('what the self-test finds is told with names', async () => {
  const model = threeServers();
  const drawn = await render(model, auditWith(model), { view: 'overview' });
  expect(tellCheck(drawn)).toMatchObject({ faults: [], lines: drawn.placement.lines.length });
  const [first, second] = drawn.measured.scene.boxes;
  const boxes = new Map(drawn.placement.boxes);
  boxes.set(second!.id, { ...boxes.get(second!.id)!, ...boxes.get(first!.id)!, id: second!.id });
  const { faults } = tellCheck({
    ...drawn,
    placement: { ...drawn.placement, boxes, lines: drawn.placement.lines.slice(1) },
  });
  expect(faults).toContain(`card on card: '${first!.name}', '${second!.name}'`);
  expect(faults.filter((fault) => fault.startsWith('line missing: the line from '))).toHaveLength(1);
});
