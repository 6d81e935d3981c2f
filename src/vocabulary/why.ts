import type { Kind } from './kinds.js';
import type { Algorithm, ClusterMode, Replication } from './words.js';

/**
 * Why an architecture has an element of a kind, for a reader who meets one for the first time: what it does, what goes
 * wrong without it, how it differs from its neighbours. Reports show it beside what the model itself says.
 */
export const whyOfKind: Readonly<Record<Kind, string>> = {
  user:
    'Somebody, or a program, for whom all of this exists. A request starts here, and here an outage is noticed: a ' +
    'part matters as much as its loss, or its weakness, reaches a user.',
  externalService:
    'Something that others run and this system uses. It saves building it, and it brings its outages and its rules ' +
    'on data along: nobody here can repair it.',

  dns:
    'Turns a name that people remember into the address of a machine. Every visit begins with this look-up: while ' +
    'it gets no answer, nobody finds the service, however well its servers run.',
  record:
    'One entry of a DNS zone: it says where a name leads. An A record holds an IPv4 address, AAAA an IPv6 address, ' +
    'and a CNAME says that the name is another spelling of a second one. Changes arrive everywhere only after the ' +
    'time to live of the old answer.',
  certificate:
    'Proves to a client that it speaks with the owner of a name, and carries the public half of the key with which ' +
    'the two begin to encrypt: without it there is no HTTPS. It is valid for a time only, and its private key has ' +
    'to stay secret, since whoever copies that can pose as the service.',
  account:
    'The identity under which one program signs in to another. With an account for each program, each may do only ' +
    'what it needs, and one that leaked can be closed without stopping the others.',
  secretStore:
    'Keeps passwords, keys and tokens encrypted, hands them only to those who may have them, and notes who asked. ' +
    'Secrets that lie in files or in source code are copied unseen and almost never changed.',
  identityProvider:
    'Signs people and programs in, once for all applications. Passwords and second factors are checked in one ' +
    'place, and who leaves loses access everywhere at the same moment. While it is down, nobody can sign in.',

  zone:
    'A part of the network that is trusted to one degree: its members may talk freely, and its border can be ' +
    'guarded. Whoever breaks into one zone does not yet stand in the next, which is why public machines, inner ' +
    'programs and data are kept apart.',
  server:
    'A machine, real or virtual, on which programs run. Everything on it shares its processors, memory and power: ' +
    'programs that stand together slow each other down and fail together.',
  region:
    'A part of the world in which a provider has data centres. It fails as a whole only rarely, but then with ' +
    'everything in it. It also decides under which law the data lie and how long an answer travels.',
  availabilityZone:
    'One or several data centres with power, cooling and network of their own, close to others of the same region. ' +
    'What is spread over several of them survives the loss of one.',
  failureDomain:
    'What many parts lean on and fail with, such as a rack, a power feed or an uplink. Two copies of something ' +
    'protect from a failure only when no single domain holds both.',

  cluster:
    'Several elements that act as one, behind one address. The others need not know which member serves them, so ' +
    'that a member can fail, or be repaired, without anybody changing what they connect to.',

  loadBalancer:
    'Spreads requests over several servers that do the same work. It asks its servers whether they are well and ' +
    'leaves out those that are not, so that one can fail or be updated unnoticed. As every request passes through ' +
    'it, everything hangs on it where it stands alone.',
  cdn:
    'Keeps copies of pages, pictures and films close to the people who fetch them, and soaks up floods of requests. ' +
    'Answers arrive sooner, and the servers behind it see only what no copy could answer.',
  waf:
    'Reads web requests and stops those that look like attacks, such as commands to a database hidden in a form. An ' +
    'ordinary firewall sees only addresses and ports, and lets all of these through.',
  apiGateway:
    'The one door to several interfaces: it checks who calls, limits how often, and hands each call to the program ' +
    'in charge. The programs behind it need not each do this for themselves.',
  firewall:
    'Lets in, and out, only what its rules allow, by address, port and protocol. It keeps strangers from what was ' +
    'never meant for them, even when a program listens there by mistake, and limits how far somebody gets who has ' +
    'broken into one part. The safe default is to refuse whatever no rule names.',
  bastion:
    'The one machine through which administrators reach the others. It is the only one whose administration port ' +
    'can be reached from outside, and it keeps a record of who did what.',
  vpnGateway:
    'Ends encrypted tunnels from people or other sites, who then work as if they stood inside the network. Inner ' +
    'services can be used from outside without being open to everybody.',
  natGateway:
    'Lets machines without a public address open connections to the internet, and nobody there open one to them. ' +
    'All of them appear under its address.',

  webServer:
    'Takes web requests, answers those for files by itself, and hands the others to an application. Its requests ' +
    'per second are the pulse of the service: it counts what it answers in a status page or its log, a collector ' +
    'reads the count every few seconds, and the difference divided by the time is the rate. A drop to nothing, or a ' +
    'rate close to what the server can bear, should call somebody.',
  appServer:
    'Runs the program that is the service: it takes a request, applies the rules of the business, reads and writes ' +
    'data, and composes the answer. As long as it keeps nothing in its own memory between requests, more of them ' +
    'can be added at any time.',
  worker:
    'Does in the background what nobody should wait for, such as sending mail or computing pictures. It takes its ' +
    'tasks from a queue: when there is much to do, the queue grows and no user waits.',
  scheduledJob:
    'Runs at set times: nightly clean-ups, reports, copies. As nobody waits for its answer, nobody notices when it ' +
    'stops running unless something watches that.',
  function:
    'A piece of code that a platform starts for each call and stops afterwards. There is no server to care for; the ' +
    'first call after a pause takes longer, and nothing stays in memory.',

  database:
    'Keeps the data that must not be lost, and answers questions about them. Often one of several, the primary, ' +
    'takes every change, and the others copy it: the application has to tell the two apart.',
  cache:
    'Holds answers that were costly to find in fast memory, so that the next one who asks gets them at once. It may ' +
    'lose everything at any time; the store behind it then has to bear the full load.',
  queue:
    'Takes messages from one program and holds them until another is ready. The two need not run at the same time ' +
    'or at the same speed, and a burst of work becomes a longer line instead of an outage.',
  objectStore:
    'Keeps files of any size and number under names, such as pictures, documents and copies. They are read and ' +
    'written as a whole over HTTP, and nobody has to add disks.',
  searchIndex:
    'Finds words in many documents, in the order of how well they match. It is built from data that are kept ' +
    'elsewhere, and can be built anew from them.',
  fileStore:
    'Offers one tree of folders to several servers at once. They all see the same files, and all of them stop when ' +
    'it does.',
  backupStore:
    'Keeps older states of the data. A replica copies a mistaken deletion within a second; a backup still has what ' +
    'was deleted. It is worth something only where it does not fail together with the original, and only if ' +
    'restoring has been tried.',

  agent:
    'A small program on a server that gathers figures and logs there and sends them to monitoring at short ' +
    'intervals. It sees what can only be seen from inside: processors, memory, disks, the log of each program.',
  monitoringService:
    'Collects figures from everywhere, keeps their history, draws them, and calls somebody when they leave their ' +
    'bounds. Either agents on the servers send to it, or it fetches from each server at an interval. Without it the ' +
    'users are the first to notice a failure.',
  logCollector:
    'Brings the logs of all machines together. They can be searched in one place, and they are still there when the ' +
    'machine that wrote them has crashed or was broken into.',
  alertChannel:
    'The way by which a person hears that something is wrong: a call, a message, a pager. What is measured and ' +
    'reaches nobody helps only afterwards.',
  coordinator:
    'Decides, by a majority of its members, who of a group is in charge and who takes over. As only one side of a ' +
    'broken network can have the majority, there are never two in charge at once.',

  component:
    'A part that the vocabulary has no word of its own for. The model says what it does, and it is analysed like ' +
    'every other.',
};

/** What a primary and a replica are to the application. */
export const whyOfStoreRole = {
  primary:
    'The one of several that takes every change: applications send their writes there, and nowhere else. While it ' +
    'is down nothing can be changed, until a replica is promoted in its place.',
  replica:
    'Repeats what the primary wrote. Applications may read from it, and see data that can be a moment old; they ' +
    'must not write to it. It can be promoted when the primary is lost.',
} as const;

export const whyOfMode: Readonly<Record<ClusterMode, string>> = {
  'active-active':
    'All members work at the same time and share the load. When one fails the others carry its share too, and need ' +
    'room for it.',
  'active-passive':
    'One member does the work, and another stands by to take over when it fails. The one that waits adds no ' +
    'capacity, and the change takes a moment.',
};

export const whyOfReplication: Readonly<Record<Replication, string>> = {
  synchronous:
    'A write counts as done only when a replica has it too. It is not lost with the primary, and every write waits ' +
    'for the copy.',
  asynchronous:
    'A write counts as done before the replicas have it. Writing is faster, and what had not yet been copied is ' +
    'lost with the primary.',
};

export const whyOfAlgorithm: Readonly<Record<Algorithm, string>> = {
  'round robin':
    'Each request goes to the next server in turn, and after the last the first comes again. That is fair as long ' +
    'as servers and requests are alike.',
  'weighted round robin': 'Servers get requests in turn, and one with twice the weight gets twice as many.',
  'least connections':
    'Each request goes to the server with the fewest open connections, so that a slow one is not given still more.',
  'weighted least connections':
    'Each request goes to the server with the fewest open connections for its weight, which is higher for stronger ' +
    'servers.',
  'least response time': 'Each request goes to the server that has lately answered fastest.',
  'source hash':
    'The address of the client decides which server it gets, so that it always comes back to the same one; a change ' +
    'in the number of servers moves most clients.',
  'consistent hash':
    'A property of the request decides which server it gets, in such a way that adding or losing a server moves ' +
    'that server’s share only.',
  random: 'Each request goes to a server drawn by lot, which over many requests comes close to an even share.',
};

/** What a reader of the way of a request has to know. */
export const whyOfEncryption = {
  https:
    'HTTPS is HTTP inside TLS: the client checks by a certificate with whom it speaks, and nobody on the way can ' +
    'read or change what is said. Plain HTTP promises none of this, on an inner network no more than on the ' +
    'internet.',
  tlsEnds:
    'Where TLS ends, what arrived encrypted is decrypted. Whatever is sent on from there is protected only if it is ' +
    'encrypted again; the alternative is to pass TLS through unopened.',
} as const;
