import type { Mutations } from './mutation.js';

export const network: Mutations = {};
