import type { Listener, ListenerProtocol } from '../listeners.js';

/** What an author said of a listener; read when it is given to an element. */
export interface ListenerDraft {
  readonly protocol: ListenerProtocol;
  /** Left out: nothing is told of encryption. `false`: plaintext. `'ends'`: TLS ends here, with the certificate. */
  readonly tls?: false | 'ends' | { readonly passthrough: true };
  readonly certificate?: unknown;
  readonly options: unknown;
}

const drafts = new WeakMap<object, ListenerDraft>();

export function makeListener<L extends Listener>(draft: ListenerDraft): L {
  const made = Object.freeze({ protocol: draft.protocol });
  drafts.set(made, draft);
  return made as L;
}

/** What a listener was made from; undefined for anything else. */
export function listenerDraft(value: unknown): ListenerDraft | undefined {
  return drafts.get(value as object);
}
