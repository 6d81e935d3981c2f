/** A fact that a rule waits for, and what would have to be said, in words. */
export interface FactWanted {
  readonly fact: string;
  readonly wanted: string;
}

/** The facts that rules ask for, each with the one sentence that says how to state it. */
export const wantedFacts = {
  'complete: alerts': "Declare who is told with `alerts(…)`, or state `complete: ['alerts']`.",
  'complete: backups': "Declare backups with `backsUp(…)`, or state `complete: ['backups']`.",
  'complete: filters': "Declare what filters requests with `filters` or `waf(…)`, or state `complete: ['filters']`.",
  'complete: firewalls':
    "Declare the firewalls with `firewall(…)`, say `open: true` of a zone without one, or state `complete: ['firewalls']`.",
  'complete: flows': "Declare who uses what, or state `complete: ['flows']`.",
  'complete: logs': "Declare where logs go with `reports(…, { sends: ['logs'] })`, or state `complete: ['logs']`.",
  'complete: monitoring': "Declare who reports to or is watched by what, or state `complete: ['monitoring']`.",
  'complete: probes': "Declare who asks from outside with `probes(…)`, or state `complete: ['probes']`.",
  'complete: replication': "Declare copies with `replicates(…)` or a cluster, or state `complete: ['replication']`.",
  as: 'State as which account it works: `as`.',
  authenticatedBy: "State how the caller proves who it is: `authenticatedBy`; `'none'` if it does not.",
  availability: 'State how often it fails: `availability`, or `mtbf` and `mttr`.',
  caa: 'State whether the zone says who may issue certificates for its names: `caa`.',
  capacity: 'State what one instance takes: `capacity: { requestsPerSecond, connections }`.',
  carries: 'State which data the flow carries: `carries`.',
  connections: 'State how many connections one instance holds open: `connections`.',
  country: 'State the country it stands in: `country`, on it, on its server or on its region.',
  cpus: 'State how many processors it has, or needs: `cpus`.',
  dnssec: 'State whether the zone is signed: `dnssec`.',
  encrypted: 'State whether the backup is encrypted: `encrypted`.',
  encryptedAtRest: 'State whether what lies there is encrypted: `encryptedAtRest`.',
  environment: 'State the `environment`.',
  every: 'State how often it is backed up: `every`.',
  expires: 'State until when the certificate is valid: `expires`.',
  failMode: "State what the box does when it fails: `failMode: 'closed'` or `'open'`.",
  failover: "State what happens when it fails: `failover: 'none'`, `'manual'` or `{ by, within }`.",
  fencing: 'State whether a member that lost contact is stopped: `fencing`.',
  filtered: 'List the rules of the firewall with `allows(…)` and `denies(…)`, and its default as `deny` or `allow`.',
  healthCheck: 'State how a dead member is noticed: `healthCheck` with a path, or `false`.',
  hitRatio: 'State what share of the requests it answers itself: `hitRatio`.',
  holds: 'State what the store holds: `holds`.',
  hsts: 'State whether browsers are told to come back over https only: `hsts`.',
  incoming: 'State what the firewall does with what no rule names: `incoming`.',
  issuer: 'State who issued the certificate: `issuer`, or `selfSigned`.',
  journeys: 'State the stores at the end of the way, or who wants to do what with `journey(…)`.',
  'journeys that work': 'As modelled no journey works: mend what blocks it, a firewall or a missing way.',
  keptIn: 'State where the secret of the account is kept: `keptIn`.',
  lagAlert: 'State how far a replica may fall behind before somebody is told: `lagAlert`, or `false`.',
  listens: 'State what the target listens to, and thereby whether it is encrypted: `listens`.',
  memory: "State how much memory it has, or needs: `memory: '16 GiB'`.",
  minimumVersion: 'State the oldest version of TLS that is accepted: `minimumVersion`.',
  names: 'State which host names the certificate is for: `names`.',
  nameServers: 'List the name servers of the DNS zone: `nameServers`.',
  os: "State its operating system and the version: `os: 'Debian 13'`.",
  outgoing: 'State what the firewall does with what goes out and no rule names: `outgoing`.',
  owner: 'State whose it is: `owner`.',
  perRequest: 'State how many of these one incoming request causes: `perRequest`.',
  processorAgreement: 'State whether there is an agreement on the processing of personal data: `processorAgreement`.',
  recovery: 'State how the whole is brought back elsewhere after the loss of a region: `recovery`.',
  redirects: 'State whether the http listener leads browsers to https: `redirects`.',
  replication: "State whether a write waits for the copies: `replication: 'synchronous'` or `'asynchronous'`.",
  requestsPerSecond: 'State how many requests come there: `requestsPerSecond`.',
  restoreTested: 'State on which day a restore was last tried: `restoreTested`, or `false`.',
  retries: 'State how often it is tried again: `retries`, or 0.',
  reviewed: 'State on which day the model was last compared with what runs: `reviewed`.',
  role: 'State what the component is: `role`.',
  rotatedEvery: 'State how often the secret of the account is changed: `rotatedEvery`.',
  rpo: 'State how much may be lost, in time: `rpo`.',
  rto: 'State how soon it has to be back after a failure: `rto`.',
  secondFactor: 'State whether these people prove who they are twice: `secondFactor`.',
  sends: 'State what is collected: `sends`.',
  sessions: "State where the state of a visit is kept: `sessions: 'local'`, `'shared'` or `'none'`.",
  software: 'State what runs there: `software`.',
  standsIn: 'State where it stands: on a server, or in which failure domains with `standsIn`.',
  supportedUntil: 'State until when its maker supports it: `supportedUntil`.',
  through: 'State what the way leads through, a bastion or a VPN: `through`.',
  timeout: "State how long it waits at the most: `timeout: '5 s'`.",
  zone: 'State in which zone it stands, with `zone(…)`, or which firewall guards it.',
} as const satisfies Readonly<Record<string, string>>;

export type KnownFact = keyof typeof wantedFacts;

export function factWanted(fact: KnownFact | FactWanted): FactWanted {
  return typeof fact === 'string' ? { fact, wanted: wantedFacts[fact] } : fact;
}
