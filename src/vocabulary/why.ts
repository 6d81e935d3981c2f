import type { Kind } from './kinds.js';
import type { Algorithm, ClusterMode } from './words.js';

/** Why an element of a kind is there: what a reader of a report asks, answered where the author gives no answer of his own. */
export const whyOfKind: Readonly<Record<Kind, string>> = {
  user:
    'Somebody who uses the system. What is drawn and judged here is judged from where this person stands: a part matters ' +
    'as far as its loss, or its weakness, reaches them.',
  externalService:
    'A service that others run. Its failures and its security are theirs to prevent; what is sent to it, and what happens ' +
    'here when it does not answer, is decided in this architecture.',
  dns:
    'Turns a name that people can remember into the address of a machine. While no name server of the zone answers, ' +
    'nobody who does not know the address already finds the service.',
  record:
    'One name of the zone, and what it points to. An A record names an IPv4 address, AAAA an IPv6 one, CNAME another name.',
  certificate:
    'Proves to a browser that it talks to the host it asked for, and carries the public half of the key that the encrypted ' +
    'connection is made with. HTTPS keeps others on the way from reading and altering what is sent; without a valid ' +
    'certificate browsers refuse to connect.',
  account: 'The name under which one program proves itself to another, so that each is let do only what it needs.',
  secretStore:
    'Keeps passwords and keys in one guarded place and hands them out on proof of identity, so that they stand in no file.',
  identityProvider: 'Checks who somebody is, once and in one place, and vouches for them to everything else.',
  zone:
    'A part of the network that is trusted to the same degree. What crosses its border can be filtered there; what stays ' +
    'inside is not.',
  server: 'A machine, real or virtual, on which software runs. When it goes, everything on it goes with it.',
  region:
    'A place on the map where a provider runs data centres. Regions are far enough apart that hardly anything strikes two of them.',
  availabilityZone: 'A data centre, or a few that fail together, with power, cooling and network of its own.',
  failureDomain:
    'Something that many parts lean on without knowing it, and that takes all of them along when it fails: a rack, a power feed, an uplink.',
  cluster: 'Several that act as one behind one address, so that the loss of one of them need not be noticed.',
  loadBalancer:
    'Spreads requests over several servers, so that they share the work and one of them can be away. Everything passes ' +
    'through it, which makes it a single point of failure where it stands alone.',
  cdn: 'Keeps copies of what is asked for often close to those who ask, takes the load of them off the origin, and soaks up floods.',
  waf: 'Reads requests before the application does and turns away those that look like an attack.',
  apiGateway:
    'The one door for all calls from outside: checks who calls, how often, and hands each call to the service that answers it.',
  firewall:
    'Watches the packets that come and go and lets through only what its rules allow. It keeps strangers from everything ' +
    'that was never meant for them, and limits how far somebody gets who has broken into one part.',
  bastion:
    'The one machine through which people administer the others, so that none of those need be reachable from outside.',
  vpnGateway: 'Carries traffic between two networks through an encrypted tunnel, for those who hold a key.',
  natGateway: 'Lets machines without public addresses of their own reach the internet, without being reached from it.',
  webServer:
    'Takes HTTP requests, answers those for files by itself and hands on those that need a program. How busy it is shows in ' +
    'its requests per second: they are read from its status page or access log by a collector and compared with what it ' +
    'can bear.',
  appServer:
    'Runs the program itself: it works out the answer to each request, and asks the database for what it needs.',
  worker: 'Does in the background what nobody should wait for, taking its tasks from a queue.',
  scheduledJob: 'A program that runs at set times.',
  function:
    'A piece of program that a platform starts for each call and bills by use; there is no server to look after.',
  database: 'Keeps the data that must not be lost, and answers questions about it.',
  cache:
    'Keeps answers that were expensive to find ready at hand. It can be lost without losing data, not always without losing speed.',
  queue: 'Holds work until somebody has time for it, so that a burst or a pause on one side does not hurt the other.',
  objectStore: 'Keeps files of any number and size under names, reached over HTTP.',
  searchIndex: 'Finds text quickly, from a copy of the data that is arranged for searching.',
  fileStore: 'Offers the same files to several servers.',
  backupStore:
    'Keeps copies for the day on which the original is lost or spoiled. It is worth something only where it does not fail together with the original.',
  agent:
    'A small program on a machine that collects its figures and logs - processor, memory, disk, requests - and sends them to ' +
    'the monitoring at short intervals.',
  monitoringService:
    'Gathers the figures of all parts, either by asking for them or because agents send them, keeps their history, and ' +
    'raises an alert when one is out of bounds.',
  logCollector:
    'Gathers the logs of all machines in one place, so that they can be searched together and survive the machine they tell of.',
  alertChannel: 'The way on which a person is told that something is wrong.',
  coordinator: 'Keeps a group agreed on who leads it, and has another take over when the leader is gone.',
  component: 'A part of the system of a kind that the vocabulary has no word of its own for.',
};

/** What a primary and a replica are to the application. */
export const whyOfStoreRole = {
  primary:
    'The application sends every change to the primary; it is the only copy that takes writes, and the others repeat what ' +
    'it did.',
  replica:
    'A replica repeats what the primary wrote. The application can read from it, with answers that may be a little old, ' +
    'and must not write to it; it can be promoted when the primary is lost.',
} as const;

export const whyOfMode: Readonly<Record<ClusterMode, string>> = {
  'active-active': 'All members work at the same time and share the load; when one goes, the rest carry more.',
  'active-passive': 'One member works, the others wait to take over when it goes; until then they carry nothing.',
};

export const whyOfAlgorithm: Readonly<Record<Algorithm, string>> = {
  'round robin': 'Each server in turn gets the next request.',
  'weighted round robin': 'The servers get requests in turn, the stronger ones more often.',
  'least connections': 'The next request goes to the server that has the fewest connections open.',
  'weighted least connections': 'The next request goes to the server with the fewest connections for its strength.',
  'least response time': 'The next request goes to the server that answers quickest.',
  'source hash': 'The address of the client decides, so that the same client always meets the same server.',
  'consistent hash': 'A property of the request decides, and most keep their server when one is added or lost.',
  random: 'Each request goes to a server chosen at random.',
};
