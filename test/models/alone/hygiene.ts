import type { Mutations } from './mutation.js';

export const hygiene: Mutations = {};
