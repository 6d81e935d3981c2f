import { readdirSync } from 'node:fs';
import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import { type Picture, renderFailure } from '../../../src/draw/render.js';
import { failureScene } from '../../../src/draw/scene/failure/failure-scene.js';
import type { Scene } from '../../../src/draw/scene/scene.js';
import { checkPlacement } from '../../../src/draw/self-test/check-placement.js';
import type { Architecture, ElementId } from '../../../src/graph/architecture.js';
import type { Day } from '../../../src/vocabulary/units.js';
import { build } from '../../support/build.js';
import { hostile } from '../fixtures/hostile.js';
import { threeServers } from '../fixtures/three-servers.js';
import { zones } from '../fixtures/zones.js';

/** The scene of a failure, with certificates that have run out where a day is given. */
export function failing(model: Architecture, fails: readonly ElementId[], on?: Day): Scene {
  const options = on === undefined ? {} : { on };
  return failureScene(model, analyseFaults(model, options).simulate(fails), options);
}

export function drawFailing(model: Architecture, fails: readonly ElementId[]): Promise<Picture> {
  return renderFailure(model, analyseFaults(model).simulate(fails));
}

/** Every model of the repository and every fixture, by name. */
export async function everyModel(): Promise<ReadonlyMap<string, Architecture>> {
  const models = new Map([
    ['hostile', hostile()],
    ['three servers', threeServers()],
    ['zones', zones()],
  ]);
  for (const file of readdirSync('models').filter((name) => name.endsWith('.ts'))) {
    const { default: site } = (await import(`../../../models/${file}`)) as { default: unknown };
    for (const model of build(site)) models.set(file, model);
  }
  return models;
}

/** What is wrong with the pictures of these failures, one at a time: `element: overlaps`. */
export async function flawsOf(model: Architecture, fails: readonly ElementId[]): Promise<readonly string[]> {
  const flaws: string[] = [];
  for (const id of fails) {
    const { placement, measured } = await drawFailing(model, [id]);
    const overlaps = checkPlacement(measured, placement);
    if (overlaps.length > 0) flaws.push(`${id}: ${JSON.stringify(overlaps)}`);
  }
  return flaws;
}
