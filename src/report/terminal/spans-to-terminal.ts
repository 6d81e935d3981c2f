import type { CertificateUse, Hop, RequestPair, RequestWay } from '../../analyses/transport/result.js';
import { encryptionOf, protocolWords } from '../document/hop-words.js';
import { type Names, namesIn } from '../document/names.js';
import { keyWords, servedWords, shownWords, spanWords } from '../document/span-words.js';
import type { Explained } from '../explained.js';
import { counted } from '../words.js';
import { cellsOf } from './cells.js';
import { calmed, clipped, hanging, indented } from './layout.js';
import { mixPaint } from './paint.js';
import { narrowestLine, type TerminalOptions, type TerminalStyle, widestLine } from './style.js';

const mostPairs = 8;
const mostSpans = 12;
const mostCertificates = 12;

/** The ways of requests as people read them in a terminal: hop by hop, where protection changes, and the certificates. */
export async function spansToTerminal(entries: readonly Explained[], options: TerminalOptions): Promise<string> {
  const style: TerminalStyle = {
    width: Math.max(narrowestLine, Math.min(options.width, widestLine)),
    sourceLines: options.sourceLines,
    paint: await mixPaint(options.colour),
  };
  const blocks = entries.map((entry) => modelBlock(entry, style));
  return `${calmed(blocks.flatMap((lines) => [...lines, ''])).join('\n')}`;
}

function modelBlock({ model, analyses: { transport } }: Explained, style: TerminalStyle): string[] {
  const { paint, width } = style;
  const names = namesIn(model);
  const file = clipped(model.at?.file ?? '', Math.floor(width / 2));
  const name = clipped(model.name, width - cellsOf(file) - 2);
  const gap = ' '.repeat(width - cellsOf(name) - cellsOf(file));
  const ways = new Map(transport.ways.map((way) => [keyOf(way.from.id, way.to.id), way]));
  const pairs = transport.pairs.slice(0, mostPairs);
  return [
    `${paint.strong(name)}${gap}${paint.place(file)}`.trimEnd(),
    paint.muted('─'.repeat(width)),
    ...(pairs.length === 0 ? ['The model shows no way from a user to a store.'] : []),
    ...pairs.flatMap((pair) => pairBlock(pair, wayOf(pair, ways), names, style)),
    ...more(transport.pairs.length - mostPairs, 'way', style),
    ...certificateBlock(transport.certificates, names, style),
  ];
}

function keyOf(user: string, store: string): string {
  return JSON.stringify([user, store]);
}

/** One way stands for those of alike users and stores. */
function wayOf({ users, stores }: RequestPair, ways: ReadonlyMap<string, RequestWay>): RequestWay | undefined {
  for (const user of users) {
    for (const store of stores) {
      const way = ways.get(keyOf(user.id, store.id));
      if (way) return way;
    }
  }
  return undefined;
}

function pairBlock(pair: RequestPair, way: RequestWay | undefined, names: Names, style: TerminalStyle): string[] {
  const { paint, width } = style;
  const spans = pair.spans;
  const inner = width - 2;
  const title = `From ${names.list(pair.users)} to ${names.list(pair.stores)}`;
  const lines = [
    ...(way?.hops ?? []).flatMap((hop) => hanging('→ ', hopWords(hop, names), inner, paint.muted)),
    '',
    ...spans
      .slice(0, mostSpans)
      .flatMap((span) =>
        hanging('• ', spanWords(span, names), inner, span.encryption === 'plaintext' ? paint.bad : paint.muted),
      ),
    ...more(spans.length - mostSpans, 'stretch', style),
  ];
  return ['', ...hanging('', title, width, paint.muted, paint.strong), ...indented(lines, 2)];
}

/** `www to haproxy: HTTPS 443, encrypted, TLS ends here` */
function hopWords(hop: Hop, names: Names): string {
  const { from, to, listener, certificate, terminates } = hop;
  const told = [
    listener && protocolWords(listener),
    encryptionOf(hop),
    terminates ? 'TLS ends here' : undefined,
    certificate && `certificate ${names.one(certificate)}`,
    hop.authenticatedBy && `proof of identity: ${hop.authenticatedBy}`,
  ];
  return `${names.one(from)} to ${names.one(to)}: ${told.filter((part) => part !== undefined).join(', ')}`;
}

function certificateBlock(uses: readonly CertificateUse[], names: Names, style: TerminalStyle): string[] {
  const { paint, width } = style;
  if (uses.length === 0) return [];
  return [
    '',
    `${paint.strong('CERTIFICATES')}  ${uses.length}`,
    '',
    ...uses
      .slice(0, mostCertificates)
      .flatMap((use) => hanging('• ', certificateWords(use, names), width, paint.muted)),
    ...more(uses.length - mostCertificates, 'certificate', style),
  ];
}

function certificateWords(use: CertificateUse, names: Names): string {
  const { facts } = use.certificate;
  const served = servedWords(use);
  const told = [
    facts.expires === undefined ? 'when it runs out is not told' : `valid until ${facts.expires}`,
    facts.selfSigned === true ? 'self-signed' : undefined,
    use.shownBy.length === 0 ? undefined : `shown by ${shownWords(use, names)}`,
    `key: ${keyWords(use, names)}`,
    served === '' ? undefined : `names: ${served}`,
  ];
  return `${names.one(use.certificate)}: ${told.filter((part) => part !== undefined).join('; ')}`;
}

function more(rest: number, noun: string, { paint }: TerminalStyle): string[] {
  if (rest <= 0) return [];
  return [
    paint.muted(
      `… and ${counted(rest, `more ${noun}`, `more ${noun}${noun.endsWith('h') ? 'es' : 's'}`)}; --json lists them all.`,
    ),
  ];
}
