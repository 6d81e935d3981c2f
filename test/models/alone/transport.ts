import type { Mutations } from './mutation.js';

export const transport: Mutations = {
  'transport/tls-ends-at-load-balancer': {
    of: 'shop',
    spoil: ({ listener }) => {
      for (const app of ['inside/app 1/shop', 'inside/app 2/shop', 'inside/app 3/shop'])
        listener(app, '', () => ({ name: '', protocol: 'http', port: 8080, tls: false }));
    },
  },
  'transport/plaintext-external': {
    of: 'cloud',
    spoil: ({ listener }) =>
      listener('externalService/card payments', '', () => ({ name: '', protocol: 'http', port: 80, tls: false })),
  },
  'transport/db-link-plaintext': {
    of: 'cloud',
    spoil: ({ listener }) => listener('data/sessions', '', (one) => ({ ...one, tls: false })),
  },
  'transport/plaintext-sensitive': {
    of: 'cloud',
    spoil: ({ listener }) =>
      listener('trust/secrets', '', () => ({ name: '', protocol: 'http', port: 8200, tls: false })),
  },
  'transport/cert-expiry': {
    of: 'small',
    spoil: ({ element }) => element('certificate/bookings.example', { expires: '2026-11-25' }),
  },
  // One certificate was copied from server to server.
  'transport/cert-key-shared': {
    of: 'shop',
    spoil: ({ listener }) => {
      for (const app of ['inside/app 2/shop', 'inside/app 3/shop'])
        listener(app, '', (one) => ({
          ...one,
          tls: { ...(one.tls || {}), certificate: 'certificate/app-1.shop.internal' },
        }));
    },
  },
  'transport/cert-name-mismatch': {
    of: 'small',
    spoil: ({ element }) => element('certificate/bookings.example', { names: ['courts.example'] }),
  },
  'transport/tls-version-old': {
    of: 'cloud',
    spoil: ({ listener }) =>
      listener('edge/gateway', '', (one) => ({ ...one, tls: { ...(one.tls || {}), minimumVersion: '1.1' } })),
  },
  'transport/cert-untrusted-public': {
    of: 'small',
    spoil: ({ element }) => element('certificate/bookings.example', { issuer: undefined, selfSigned: true }),
  },
  'transport/https-redirect-hsts': {
    of: 'cloud',
    spoil: ({ listener }) => listener('edge/content network', 'plain', (one) => ({ ...one, redirects: false })),
  },
  'transport/mtls-missing': {
    of: 'cloud',
    spoil: ({ flow }) => flow('edge/gateway', 'balances', 'inside/shop', { authenticatedBy: 'network address' }),
  },
  'transport/dnssec-caa': {
    of: 'small',
    spoil: ({ element }) => element('dns/bookings.example', { dnssec: false }),
  },
};
