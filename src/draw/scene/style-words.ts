import type { LineStyle } from './scene.js';

/** What a style of line means, in the order of legends. Those that are not listed are told by what they are for. */
export const styleWords: readonly (readonly [LineStyle, string])[] = [
  ['encrypted', 'encrypted'],
  ['plaintext', 'plaintext'],
  ['decrypted', 'plaintext behind an end of TLS'],
  ['unknown', 'encryption not stated'],
  ['local', 'within one server'],
  ['passes', 'gets through'],
  ['blocked', 'blocked by a firewall'],
  ['untold', 'not stated whether it gets through'],
];
