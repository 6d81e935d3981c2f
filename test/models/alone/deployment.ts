import type { Mutations } from './mutation.js';

export const deployment: Mutations = {};
