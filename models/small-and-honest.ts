import { anyone, architecture, http, https, postgresql, ssh } from 'stanchion';

// The booking pages of a sports club: one rented machine, and what a small team can do well on it. That one machine is one
// machine is accepted, with a reason and a last day; everything else is in order.

const owner = 'the two who look after the website';
const site = architecture('Club bookings', {
  summary:
    'One rented machine that a small team can look after: encrypted, watched, backed up elsewhere, and honest about the rest.',
  owner,
  environment: 'production',
  reviewed: '2026-10-30',
  criticality: 'low',
  recovery: 'backup and restore',
  personalDataStaysIn: ['AT', 'DE'],
  complete: ['firewalls', 'monitoring', 'alerts', 'logs', 'probes', 'backups', 'replication', 'filters', 'flows'],
  assumptions: ['The provider mends or replaces a broken machine within a day.'],
});

const member = site.user('member', { description: 'Books a court, mostly in the evening.' });
const keeper = site.user('keeper', { secondFactor: true, description: 'Looks after the machine.' });

// Others watch, alert and keep the backups: what runs on the machine cannot tell that the machine is gone.
const watcher = site.externalService('uptime service', {
  role: 'monitoring',
  country: 'DE',
  why: 'Collects figures and logs of the machine, and asks for the pages from outside.',
});
const phone = site.externalService('phone of the keepers', { role: 'alerting' });
const vault = site.externalService('backup vault', {
  role: 'backup',
  provider: 'Another Provider',
  country: 'AT',
  processorAgreement: true,
  encryptedAtRest: true,
  why: 'Keeps every night with another provider, where nothing that happens to the machine reaches it.',
});

const machine = site.server('machine', {
  os: 'Debian 13',
  supportedUntil: '2030-06-30',
  provider: 'Small Hosting',
  country: 'AT',
  cpus: 4,
  memory: '8 GiB',
});
const certificate = site.certificate('bookings.example', {
  names: ['bookings.example'],
  issuer: 'public authority',
  issued: '2026-11-01',
  expires: '2027-01-30',
});

const web = machine.webServer('nginx', {
  software: 'nginx 1.28',
  listens: { plain: http({ redirects: true }), secure: https(certificate, { minimumVersion: '1.2', hsts: true }) },
  filters: ['rate limit'],
});
const app = machine.appServer('bookings', {
  software: 'Django 5.2',
  listens: http({ port: 8000 }),
  sessions: 'shared',
});
const db = machine.database('postgres', {
  engine: 'postgresql',
  software: 'PostgreSQL 18',
  listens: postgresql({ tls: false }),
  holds: ['personal'],
  encryptedAtRest: true,
  rpo: '1 day',
  rto: '2 days',
  retention: '3 years',
});
const door = machine.bastion('ssh', { listens: ssh() });
const collector = machine.agent('collector');

const firewall = machine.firewall('packet filter', { incoming: 'deny', outgoing: 'deny' });
firewall.allows(anyone, web);
firewall.allows('198.51.100.16/28', door);
firewall.allows(machine, [watcher, vault], { ports: 443 });

// The way of a request, all of it behind the first hop on the machine itself.
const names = site.dns('bookings.example', {
  provider: 'Example DNS',
  nameServers: ['ns1.example.net', 'ns2.example.org'],
  dnssec: true,
  caa: true,
});
const page = names.record('A', '@', web);
member.visits(page.at.secure, { authenticatedBy: 'password' });
web.forwards(app, { timeout: '30 s' });
app.reads(db, { authenticatedBy: 'password', timeout: '5 s' });
app.writes(db, { authenticatedBy: 'password', timeout: '5 s' });

// What keeps it going.
db.backsUp(vault, { every: '1 day', keep: '60 days', restoreTested: '2026-09-19', encrypted: true });
collector.reports(watcher, { sends: ['metrics', 'logs', 'requests per second'] });
watcher.probes(page.at.secure);
watcher.alerts(phone);
keeper.administers(machine, { through: door, authenticatedBy: 'ssh key' });

// One machine: what that means, and why it is borne.
const because =
  'A day without bookings costs the club nothing; a second machine would cost it more than the courts earn.';
const accepted = { because, until: '2027-10-31', by: 'the board of the club' } as const;
for (const part of [web, app]) part.accepts({ rule: 'availability/spof-node', ...accepted });
db.accepts({ rule: 'data/db-single-writer', ...accepted });
machine.accepts({ rule: 'deployment/colocated-roles', ...accepted });

export default site;
