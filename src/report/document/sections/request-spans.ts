import type { CertificateUse, Validity } from '../../../analyses/transport/result.js';
import { capitalised, joined, sentence } from '../../words.js';
import { bullets, heading, paragraph, table } from '../make-node.js';
import { keyWords, servedWords, shownWords, spanWords } from '../span-words.js';
import type { Telling } from '../telling.js';
import type { ReportNode } from '../tree.js';

const mostSpans = 20;
const mostCertificates = 50;

/** The ways of all requests, cut where their protection changes. */
export function requestSpans({ transport, names }: Telling): readonly ReportNode[] {
  const spans = transport.spans;
  if (spans.length === 0) return [];
  const rest = spans.length - mostSpans;
  return [
    heading(3, 'Where protection changes'),
    bullets(spans.slice(0, mostSpans).map((span) => sentence(capitalised(spanWords(span, names))))),
    ...(rest > 0 ? [paragraph(`${rest} further stretches are not listed.`)] : []),
  ];
}

const columns = ['certificate', 'for', 'validity', 'key lies on', 'shown by', 'host names that lead to it'];

/** Every certificate with whoever holds its key, and whether it is for the names that lead to it. */
export function certificates(telling: Telling): readonly ReportNode[] {
  const uses = telling.transport.certificates;
  if (uses.length === 0) return [];
  const rest = uses.length - mostCertificates;
  return [
    heading(3, 'Certificates'),
    table(
      columns,
      uses.slice(0, mostCertificates).map((use) => row(use, telling)),
    ),
    ...(rest > 0 ? [paragraph(`${rest} further certificates are not listed.`)] : []),
  ];
}

function row(use: CertificateUse, { names, transport, audit }: Telling): readonly string[] {
  const { certificate } = use;
  return [
    names.one(certificate),
    joined(certificate.facts.names ?? []),
    validityWords(use, transport.validityOf(certificate, audit.today)),
    keyWords(use, names),
    shownWords(use, names),
    servedWords(use),
  ];
}

function validityWords({ certificate: { facts } }: CertificateUse, validity: Validity): string {
  const selfSigned = facts.selfSigned === true ? 'self-signed' : undefined;
  return [daysWords(validity, facts.issued, facts.expires), selfSigned].filter((part) => part !== undefined).join(', ');
}

function daysWords(validity: Validity, issued = '', expires = ''): string {
  switch (validity) {
    case 'valid':
      return `until ${expires}`;
    case 'expired':
      return `ran out on ${expires}`;
    case 'not yet valid':
      return `from ${issued} on only`;
    case 'unknown':
      return 'not told';
  }
}
