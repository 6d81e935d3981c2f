import type { Mutations } from './mutation.js';
import { operations } from './operations.js';
import { transport } from './transport.js';

/** Rule → how to spoil one of the good models so that it speaks. */
export const mutations: Mutations = { ...operations, ...transport };
