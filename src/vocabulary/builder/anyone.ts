import type { Anyone } from '../kinds/firewall.js';

/** Every address of both families, those inside included: `guard.allows(anyone, lb.at.secure)`. */
export const anyone: Anyone = Object.freeze({ anyone: true });
