import type { Mutations } from './mutation.js';

export const privacy: Mutations = {
  'privacy/classification-downgrade': {
    of: 'cloud',
    prepare: ({ element }) => element('data/sessions', { mayHold: ['internal'] }),
    spoil: ({ flow }) => flow('inside/shop', 'writes', 'data/sessions', { carries: ['personal'] }),
  },
  'privacy/pii-jurisdiction': {
    of: 'cloud',
    spoil: ({ element }) => element('externalService/backup account', { country: 'US' }),
  },
  'privacy/pii-third-party': {
    of: 'small',
    spoil: ({ element }) => element('externalService/backup vault', { processorAgreement: false }),
  },
  'privacy/data-unclassified': {
    of: 'cloud',
    spoil: ({ element }) => element('data/sessions', { holds: undefined }),
  },
};
