import type { Mutations } from './mutation.js';

export const capacity: Mutations = {};
