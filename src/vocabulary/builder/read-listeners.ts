import type { Listener, TlsFacts } from '../../graph/architecture.js';
import { insideOf } from './draft.js';
import { type ListenerDraft, listenerDraft } from './make-listener.js';
import { complain, quoted } from './problems.js';
import { readEntries } from './read-entries.js';
import { elementId, type FactReading, type Facts, readFacts } from './read-facts.js';
import { told } from './told.js';

/** What stands after `listens`: one listener, or several by name. */
export function readListeners(given: unknown, reading: FactReading): Listener[] {
  const only = listenerDraft(given);
  if (only) return [readListener('', only, reading)];
  return readEntries(given, { ...reading, of: `the listeners of ${reading.of}` }).flatMap(([name, value]) => {
    const draft = listenerDraft(value);
    if (draft) return readListener(name, draft, reading);
    complain(
      reading,
      `'listens' of ${reading.of} must be a listener or named listeners; ${quoted(name)} is ${quoted(value)}.`,
      'Write it as https(certificate), or as { plain: http(), secure: https(certificate) }.',
    );
    return [];
  });
}

function readListener(name: string, draft: ListenerDraft, reading: FactReading): Listener {
  const { protocol } = draft;
  const of = `the ${protocol} listener of ${reading.of}`;
  const { port, redirects, tls, ...rest } = readFacts(draft.options, { ...reading, of });
  return told({ name, protocol, port, tls: readTls(draft, tls, rest, reading), redirects }) as Listener;
}

/** `tls: false` is plaintext, of which nothing of TLS can be said. */
function refuseTlsFacts(rest: Facts, reading: FactReading): void {
  const [fact] = Object.keys(rest);
  if (fact === undefined) return;
  complain(
    reading,
    `The listener of ${reading.of} is plaintext (tls: false) and has '${fact}'.`,
    `Name its certificate instead of false, or take '${fact}' out.`,
  );
}

function readTls(draft: ListenerDraft, tls: unknown, rest: Facts, reading: FactReading): false | TlsFacts | undefined {
  if (typeof tls === 'string') return told({ certificate: tls, ...rest });
  if (tls === false) {
    refuseTlsFacts(rest, reading);
    return tls;
  }
  // Who says how TLS is spoken says that it is.
  if (draft.tls !== 'ends') return draft.tls ?? (Object.keys(rest).length > 0 ? told(rest) : undefined);
  const certificate = elementId(draft.certificate, reading.draft);
  if (certificate === undefined || insideOf(draft.certificate)?.kind !== 'certificate') {
    complain(
      reading,
      `https(…) of ${reading.of} needs a certificate of this architecture, not ${quoted(draft.certificate)}.`,
      "Create one with site.certificate('www.example.org').",
    );
  }
  return told({ certificate, ...rest });
}
