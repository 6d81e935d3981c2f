import type { Architecture } from '../../../graph/architecture.js';
import { count } from '../describe.js';
import { joined, shownName } from '../spoken.js';
import { endsOfTlsAt } from './ends-of-tls.js';
import { groundOf } from './ground.js';

/** Where TLS ends, what goes on in plaintext, and what the model does not say of the way. */
export function sumUpTransport(model: Architecture): string {
  const { reached, hops, decrypting, certificateAt } = groundOf(model);
  if (model.byKind.user.length === 0) return 'The model names no users: there is no request to follow.';
  if (hops.length === 0) return 'No user in the model asks for anything: there is no request to follow.';
  const ends = model.elements.filter((element) => reached.has(element.id) && endsOfTlsAt(model, element).length > 0);
  const opened = ends.filter((element) => decrypting.has(element)).length;
  const plain = hops.filter(({ encryption }) => encryption === 'plaintext').length;
  const unknown = hops.filter(({ encryption }) => encryption === 'unknown').length;
  const losing = [...certificateAt].flatMap(([element, fate]) => (fate === 'lost' ? [shownName(element)] : []));
  return `${[
    ends.length === 0 ? 'TLS is known to end nowhere' : `TLS ends at ${count(ends.length, 'element')}`,
    opened > 0 ? `behind ${behindWords(opened, ends.length)} requests go on in plaintext` : '',
    opened === 0 && plain > 0 ? `${count(plain, 'hop')} ${plain === 1 ? 'is' : 'are'} in plaintext` : '',
    unknown > 0 ? `of ${count(unknown, 'hop')} the encryption is not stated` : '',
    losing.length > 0 ? `the client's certificate is lost at ${joined([...new Set(losing)])}` : '',
  ]
    .filter((clause) => clause !== '')
    .join('; ')}.`;
}

function behindWords(opened: number, ends: number): string {
  if (ends === 1) return 'it';
  return opened === ends ? 'each of them' : `${opened} of them`;
}
