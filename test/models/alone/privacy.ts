import type { Mutations } from './mutation.js';

export const privacy: Mutations = {};
