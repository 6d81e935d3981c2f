import type { Algorithm, ClusterMode, Replication } from './words.js';

/** What words on a picture mean, one or two sentences each: reports explain those that occur. */

export const algorithmsExplained: Readonly<Record<Algorithm, string>> = {
  'round robin':
    'Each request goes to the next server in turn, and after the last the first comes again. It is fair as long as ' +
    'servers and requests are alike.',
  'weighted round robin': 'In turn, but a server with twice the weight gets twice as many requests.',
  'least connections':
    'Each request goes to the server with the fewest open connections, so that a slow one is not given still more.',
  'weighted least connections':
    'Each request goes to the server with the fewest open connections for its weight, which is higher for stronger ' +
    'servers.',
  'least response time': 'Each request goes to the server that has lately answered fastest.',
  'source hash':
    'The address of the client decides which server it gets, so that it comes back to the same one; a change in ' +
    'the number of servers moves most clients.',
  'consistent hash':
    'A property of the request decides which server it gets, in such a way that adding or losing a server moves ' +
    'only that server’s share.',
  random: 'Each request goes to a server drawn by lot, which over many requests comes close to an even share.',
};

export const modesExplained: Readonly<Record<ClusterMode, string>> = {
  'active-active':
    'All members work at the same time and share the load. When one fails the others have to carry its share too, ' +
    'and need room for it.',
  'active-passive':
    'One member does the work, and another stands by to take over when it fails. The one that waits adds no ' +
    'capacity, and the change takes a moment.',
};

export const replicationsExplained: Readonly<Record<Replication, string>> = {
  synchronous:
    'A write counts as done only when a replica has it too: it is not lost with the primary, and every write waits ' +
    'for the copy.',
  asynchronous:
    'A write counts as done before the replicas have it: writing is faster, and what had not yet been copied is ' +
    'lost with the primary.',
};

export const primaryExplained =
  'The one of several stores that takes every change: applications have to send their writes there, and nowhere else.';

export const replicaExplained =
  'A copy that follows the primary. Applications may read from it, and see data that can be a moment old; a write sent ' +
  'to it is refused or lost.';

export const tlsEndsExplained =
  'The element decrypts what arrives. Whatever it sends on is protected only if it is encrypted again.';

export const httpsExplained =
  'HTTPS is HTTP inside TLS: the client checks by a certificate with whom it speaks, and nobody on the way can read or ' +
  'change what is said. Plain HTTP promises none of this, on an inner network no more than on the internet.';
