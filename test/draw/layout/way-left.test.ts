import fc from 'fast-check';
import { cost } from '../../../src/draw/layout/route/costs.js';
import { makeWayLeft } from '../../../src/draw/layout/route/way-left.js';

const [columns, rows] = [12, 9];
const steps = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;
const goalLists = fc.array(fc.record({ cell: fc.nat(columns * rows - 1), price: fc.nat(150) }), {
  minLength: 1,
  maxLength: 12,
});
const cells = fc.record({ column: fc.nat(columns - 1), row: fc.nat(rows - 1), direction: fc.nat(3) });

function wayLeftTo(goals: readonly { readonly cell: number; readonly price: number }[]) {
  const way = makeWayLeft(columns, new Int32Array(columns * rows).fill(7));
  way.clear();
  for (const { cell, price } of goals) way.addGoal(cell, price);
  way.close();
  return way;
}

test('is the way to the cheapest goal and its price, with bends at most', () => {
  fc.assert(
    fc.property(goalLists, cells, (goals, { column, row, direction }) => {
      const straight = Math.min(
        ...goals.map(({ cell, price }) => {
          const [goalColumn, goalRow] = [cell % columns, Math.floor(cell / columns)];
          return price + cost.step * (Math.abs(goalColumn - column) + Math.abs(goalRow - row));
        }),
      );
      const found = wayLeftTo(goals).from(column, row, direction);
      expect(found).toBeGreaterThanOrEqual(straight);
      expect(found).toBeLessThanOrEqual(straight + 2 * cost.bend);
    }),
    { seed: 1 },
  );
});

test('never falls by more than a step costs, so that what a search finds first is the best', () => {
  fc.assert(
    fc.property(goalLists, cells, fc.nat(3), (goals, { column, row, direction }, towards) => {
      const [nextColumn, nextRow] = [column + steps[towards]!.x, row + steps[towards]!.y];
      fc.pre((towards + 2) % 4 !== direction);
      fc.pre(nextColumn >= 0 && nextColumn < columns && nextRow >= 0 && nextRow < rows);
      const way = wayLeftTo(goals);
      const paid = cost.step + (towards === direction ? 0 : cost.bend);
      expect(way.from(nextColumn, nextRow, towards) + paid).toBeGreaterThanOrEqual(way.from(column, row, direction));
    }),
    { seed: 1, numRuns: 500 },
  );
});
