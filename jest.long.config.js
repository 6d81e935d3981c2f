import { longest } from './jest.config.js';

/** @type {import('jest').Config} */
export default { projects: [longest], testTimeout: 300_000 };
