import type { Mutations } from './mutation.js';

export const transport: Mutations = {
  'transport/tls-version-old': {
    of: 'cloud',
    spoil: ({ listener }) =>
      listener('edge/gateway', '', (one) => ({ ...one, tls: { ...(one.tls || {}), minimumVersion: '1.1' } })),
  },
  'transport/cert-expiry': {
    of: 'small',
    spoil: ({ element }) => element('certificate/bookings.example', { expires: '2026-11-25' }),
  },
  'transport/cert-name-mismatch': {
    of: 'small',
    spoil: ({ element }) => element('certificate/bookings.example', { names: ['courts.example'] }),
  },
};
