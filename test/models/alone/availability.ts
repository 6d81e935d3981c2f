import type { Mutations } from './mutation.js';

export const availability: Mutations = {};
