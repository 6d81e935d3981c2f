import type { Audit } from '../../audit/finding.js';
import type { Architecture } from '../../graph/architecture.js';
import { composeScene } from './compose-scene.js';
import type { Scene } from './scene.js';

/** What runs on which server, in which zone and failure domain, behind which guards, and what watches it. */
export function deploymentScene(model: Architecture, audit: Audit): Scene {
  return composeScene(model, audit, 'deployment');
}
