import { access } from './access.js';
import { availability } from './availability.js';
import { capacity } from './capacity.js';
import { data } from './data.js';
import { deployment } from './deployment.js';
import { hygiene } from './hygiene.js';
import type { Mutations } from './mutation.js';
import { network } from './network.js';
import { operations } from './operations.js';
import { privacy } from './privacy.js';
import { transport } from './transport.js';

/** Rule → how to spoil one of the good models so that it speaks. */
export const mutations: Mutations = {
  ...availability,
  ...data,
  ...transport,
  ...network,
  ...access,
  ...operations,
  ...deployment,
  ...capacity,
  ...privacy,
  ...hygiene,
};
