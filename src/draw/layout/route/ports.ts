import type { Rect } from '../placement.js';
import type { Plan } from '../plan.js';
import { pitch } from '../rect.js';
import type { Stage } from '../stage.js';
import { cost } from './costs.js';
import { cellAt, type Direction, down, type Grid, left, pointOf, right, up } from './grid.js';

/** A place on the edge of a card where a line may begin or end. */
export interface Port {
  readonly cell: number;
  /** Outwards. */
  readonly direction: Direction;
  /** The further from the middle of its side, the dearer. */
  readonly cost: number;
}

/** The ports of one card and what each costs a certain line. */
export interface PricedPorts {
  readonly ports: readonly Port[];
  readonly costs: Int32Array;
}

/** Pixels at each end of a side where a line would meet a round corner. */
const corner = { card: 8, pillEnd: 24, pillSide: 22 } as const;

/** The ports of every box by its number; none under a badge or a pill. */
export function makePorts(plan: Plan, stage: Stage, grid: Grid): readonly (readonly Port[])[] {
  return plan.boxes.map(({ index, box }) => {
    const pill = stage.boxPills[index];
    const badges = pill ? [...stage.boxBadges[index]!, pill] : stage.boxBadges[index]!;
    const ports = portsAround(grid, stage.boxes[index]!, box?.shape === 'person');
    return badges.length === 0 ? ports : ports.filter(({ cell }) => !underBadge(grid, cell, badges));
  });
}

function portsAround(grid: Grid, rect: Rect, isPill: boolean): readonly Port[] {
  const ports: Port[] = [];
  const alongX = isPill ? corner.pillEnd : corner.card;
  for (let x = rect.x + pitch; x < rect.x + rect.width; x += pitch) {
    if (x - rect.x < alongX || rect.x + rect.width - x < alongX) continue;
    const off = offCentre(x, rect.x + rect.width / 2);
    ports.push({ cell: cellAt(grid, { x, y: rect.y }), direction: up, cost: off });
    ports.push({ cell: cellAt(grid, { x, y: rect.y + rect.height }), direction: down, cost: off });
  }
  const alongY = isPill ? corner.pillSide : corner.card;
  for (let y = rect.y + pitch; y < rect.y + rect.height; y += pitch) {
    if (y - rect.y < alongY || rect.y + rect.height - y < alongY) continue;
    const off = Math.round(offCentre(y, rect.y + rect.height / 2) * 1.2);
    ports.push({ cell: cellAt(grid, { x: rect.x, y }), direction: left, cost: off });
    ports.push({ cell: cellAt(grid, { x: rect.x + rect.width, y }), direction: right, cost: off });
  }
  return ports;
}

function offCentre(at: number, centre: number): number {
  const steps = Math.abs(at - centre) / pitch;
  return Math.round(steps * cost.portOffCentre + Math.max(0, steps - 3) ** 2 * cost.portFarOffCentre);
}

function underBadge(grid: Grid, cell: number, badges: readonly Rect[]): boolean {
  const { x, y } = pointOf(grid, cell);
  return badges.some(
    (badge) => x > badge.x - 5 && x < badge.x + badge.width + 5 && y > badge.y - 3 && y < badge.y + badge.height + 3,
  );
}
