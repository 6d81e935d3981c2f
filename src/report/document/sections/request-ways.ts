import { whyOfEncryption } from '../../../vocabulary/why.js';
import { capitalised, sentence } from '../../words.js';
import { briefly, dataWords, encryptionOf, protocolWords } from '../hop-words.js';
import { heading, paragraph, strong, table } from '../make-node.js';
import { type AlikeWays, alikeWays, type Step } from '../request-rows.js';
import type { Telling } from '../telling.js';
import type { Cell, ReportNode } from '../tree.js';
import { certificates, requestSpans } from './request-spans.js';

const mostWays = 12;

const columns = [
  'from',
  'to',
  'protocol',
  'encryption',
  'TLS ends',
  'certificate',
  'leaves its zone',
  'guards',
  'carries',
  'proof of identity',
];

/** From each user to each store, hop by hop: how it is encrypted, who decrypts, which borders and guards are passed. */
export function requestWays(telling: Telling): readonly ReportNode[] {
  const ways = alikeWays(telling.transport.ways);
  const title = heading(2, 'The way of a request');
  if (ways.length === 0) {
    return [title, paragraph('The model shows no way from a user to a store.'), ...certificates(telling)];
  }
  const rest = ways.length - mostWays;
  return [
    title,
    paragraph(`${whyOfEncryption.https} ${whyOfEncryption.tlsEnds}`),
    ...ways.slice(0, mostWays).flatMap((way) => told(way, telling)),
    ...(rest > 0 ? [paragraph(`${rest} further ways are not listed.`)] : []),
    ...requestSpans(telling),
    ...certificates(telling),
  ];
}

function told(way: AlikeWays, telling: Telling): readonly ReportNode[] {
  const { names } = telling;
  const rows = way.steps.map((step) => row(step, telling));
  return [
    heading(3, `From ${names.list(way.from)} to ${names.list(way.to)}`),
    paragraph(inShort(way, telling)),
    table(columns, rows),
  ];
}

function row({ from, to, hop, foundBy }: Step, { names, network }: Telling): readonly (Cell | string)[] {
  const guards = names.list(network.guardsOn(hop.flow));
  const isBlocked = network.passage(hop.flow) === 'blocked';
  return [
    names.list(from),
    foundBy ? `${names.list(to)}, by the name ${names.one(foundBy)}` : names.list(to),
    hop.listener ? protocolWords(hop.listener) : 'not told',
    encryptionOf(hop),
    hop.terminates ? 'here' : '',
    hop.certificate ? names.one(hop.certificate) : '',
    hop.crossesZone ? 'yes' : '',
    isBlocked ? [guards, guards === '' ? '' : ': ', strong('blocked')] : guards,
    dataWords(hop),
    hop.authenticatedBy ?? '',
  ];
}

/** `Encrypted to the load balancer; from there in plaintext to web; from there within one server to the database.` */
function inShort({ steps }: AlikeWays, { names }: Telling): string {
  const stretches: { readonly words: string; to: string }[] = [];
  for (const { hop, to } of steps) {
    const words = briefly(hop.encryption);
    const last = stretches.at(-1);
    if (last?.words === words) last.to = names.list(to);
    else stretches.push({ words, to: names.list(to) });
  }
  return sentence(capitalised(stretches.map(({ words, to }) => `${words} to ${to}`).join('; from there ')));
}
