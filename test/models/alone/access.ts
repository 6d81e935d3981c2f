import type { Mutations } from './mutation.js';

export const access: Mutations = {};
