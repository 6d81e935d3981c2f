import type { Listener, TlsFacts } from '../../graph/architecture.js';
import { insideOf, isObject } from './draft.js';
import { type ListenerDraft, listenerDraft } from './make-listener.js';
import { complain, quoted, thrownMessage } from './problems.js';
import { elementId, type Facts, type Reading, readFacts } from './read-facts.js';

/** A listener, and whether the author told its port. */
export interface ReadListener {
  readonly listener: Listener;
  readonly portTold: boolean;
}

/** What the facts say after `listens`: one listener, or several by name. */
export function readListeners(facts: unknown, reading: Reading): ReadListener[] {
  try {
    const given = isObject(facts) ? (facts as { listens?: unknown }).listens : undefined;
    if (given === undefined) return [];
    const only = listenerDraft(given);
    if (only) return [readListener('', only, reading)];
    if (!isObject(given) || Array.isArray(given) || insideOf(given)) return refuse(given, reading);
    return Object.keys(given).flatMap((name) => {
      const value = (given as Record<string, unknown>)[name];
      const draft = listenerDraft(value);
      return draft ? readListener(name, draft, reading) : value === undefined ? [] : refuse(value, reading);
    });
  } catch (thrown) {
    complain(reading.draft, reading.at, `Reading the listeners of ${reading.of} failed: ${thrownMessage(thrown)}`);
    return [];
  }
}

function refuse(value: unknown, { draft, at, of }: Reading): [] {
  complain(
    draft,
    at,
    `'listens' of ${of} must be a listener or named listeners, not ${quoted(value)}.`,
    'Write it as https(certificate), or as { plain: http(), secure: https(certificate) }.',
  );
  return [];
}

function readListener(name: string, made: ListenerDraft, reading: Reading): ReadListener {
  const options = readFacts(made.options, { ...reading, of: `the ${made.protocol} listener of ${reading.of}` });
  const told = made.port ?? options.port;
  const port = portOf(told, reading) ?? made.wellKnownPort;
  const tls = readTls(made, options, reading);
  const listener: Listener = {
    name,
    protocol: made.protocol,
    ...(port === undefined ? {} : { port }),
    ...(tls === undefined ? {} : { tls }),
    ...(typeof options.redirects === 'boolean' ? { redirects: options.redirects } : {}),
  };
  return { listener, portTold: told !== undefined };
}

function portOf(told: unknown, { draft, at, of }: Reading): number | undefined {
  if (told === undefined) return undefined;
  if (typeof told === 'number' && Number.isInteger(told) && told >= 1 && told <= 65_535) return told;
  complain(draft, at, `The port of ${of} must be a whole number from 1 to 65535, not ${quoted(told)}.`);
  return undefined;
}

function readTls(made: ListenerDraft, options: Facts, reading: Reading): false | TlsFacts | undefined {
  if (made.tls === false || options.tls === false) return false;
  const { port: _, redirects: __, tls, ...facts } = options;
  if (typeof tls === 'string') return { certificate: tls };
  if (made.tls === undefined) return undefined;
  if (made.tls.passthrough) return { passthrough: true };
  const certificate = elementId(made.tls.certificate, reading.draft);
  if (certificate === undefined || insideOf(made.tls.certificate)?.kind !== 'certificate') {
    complain(
      reading.draft,
      reading.at,
      `https(…) of ${reading.of} needs a certificate of this architecture, not ${quoted(made.tls.certificate)}.`,
      "Create one with site.certificate('www.example.org').",
    );
    return facts;
  }
  return { certificate, ...facts };
}
