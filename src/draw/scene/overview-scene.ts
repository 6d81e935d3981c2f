import type { Audit } from '../../audit/finding.js';
import type { Architecture } from '../../graph/architecture.js';
import { composeScene } from './compose-scene.js';
import type { Scene } from './scene.js';

/** People, edge, tiers, stores and the traffic; nothing else. Tiers of many become one card with their number. */
export function overviewScene(model: Architecture, audit: Audit): Scene {
  return composeScene(model, audit, 'overview');
}
