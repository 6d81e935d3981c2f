import type { Palette } from './palette.js';

/** Black on white: text at 7 to 1 and better, lines, borders and icons at 4.5 to 1 and better. */
export const contrasting: Palette = {
  surface: {
    page: '#ffffff',
    region: '#ffffff',
    zone: '#ffffff',
    cluster: '#ffffff',
    server: '#f2f2f2',
    card: '#ffffff',
    failed: '#ffffff',
  },
  text: { ink: '#000000', muted: '#262626', badge: '#ffffff' },
  border: { card: '#000000', group: '#404040', rule: '#404040' },
  line: {
    encrypted: '#003a9e',
    plaintext: '#8a2b00',
    unknown: '#333333',
    local: '#000000',
    replication: '#00505c',
    operations: '#404040',
    decrypted: '#8f0d04',
    passes: '#00504a',
    blocked: '#8f0d04',
    untold: '#333333',
  },
  severity: { critical: '#7a0030', high: '#8f1d00', medium: '#5c3d00', low: '#0a3d91' },
  state: { dead: '#8f0d04', degraded: '#6b3a00', works: '#00504a' },
  told: { internet: '#45209b', unknown: '#333333', endOfTls: '#003a9e' },
  tone: {
    person: '#45209b',
    name: '#00505c',
    edge: '#003a9e',
    guard: '#8a2b00',
    web: '#00504a',
    app: '#1f3aa8',
    store: '#5a1f8a',
    cache: '#8c0f35',
    queue: '#6b3a00',
    operations: '#333333',
    outside: '#333333',
  },
};
