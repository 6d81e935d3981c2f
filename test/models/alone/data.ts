import type { Mutations } from './mutation.js';

export const data: Mutations = {};
