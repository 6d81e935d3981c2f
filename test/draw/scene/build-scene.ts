import type { Finding } from '../../../src/audit/finding.js';
import { composeScene } from '../../../src/draw/scene/compose-scene.js';
import type { Box, Bundle, Group, Scene, ViewName } from '../../../src/draw/scene/scene.js';
import { views } from '../../../src/draw/scene/views/index.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { build } from '../../support/build.js';
import { auditWith } from '../fixtures/findings.js';

/** The scene of a site made with the builder, or of its graph. */
export function sceneOf(site: unknown, view: ViewName, findings: (model: Architecture) => Finding[] = () => []): Scene {
  const model = build(site)[0]!;
  return sceneOfModel(model, view, findings(model));
}

export function sceneOfModel(model: Architecture, view: ViewName, findings: readonly Finding[] = []): Scene {
  return composeScene(model, auditWith(model, findings), views[view]);
}

/** `customers → lb1: HTTPS 443 [encrypted]`, with cards named as they are shown. */
export function linesOf(scene: Scene): string[] {
  const names = (ids: readonly string[]) => ids.map((id) => boxOf(scene, id).name).join(', ');
  return scene.bundles.map(
    ({ sources, targets, label, style }) => `${names(sources)} → ${names(targets)}: ${label} [${style}]`,
  );
}

export function boxOf(scene: Scene, id: string): Box {
  return scene.boxes.find((box) => box.id === id)!;
}

export function boxesNamed(scene: Scene, name: string): Box[] {
  return scene.boxes.filter((box) => box.name === name);
}

export function groupNamed(scene: Scene, name: string): Group | undefined {
  return scene.groups.find((group) => group.name === name);
}

export function bundleLabelled(scene: Scene, label: string): Bundle | undefined {
  return scene.bundles.find((bundle) => bundle.label === label);
}

/** Names of the frames round a card, from the innermost. */
export function framesRound(scene: Scene, { cluster }: Box): string[] {
  const group = scene.groups.find(({ id }) => id === cluster);
  if (!group) return [];
  return [group.name, ...framesRound(scene, { cluster: group.parent } as Box)];
}
