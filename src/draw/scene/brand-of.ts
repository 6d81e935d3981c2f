import type { Element } from '../../graph/architecture.js';
import type { ExternalRole } from '../../vocabulary/words.js';

/** A word in the name of a program, and the brand mark that is drawn for it. The first that occurs wins. */
export const brands = [
  ['nginx', 'nginx'],
  ['caddy', 'caddy'],
  ['kafka', 'apachekafka'],
  ['apache', 'apache'],
  ['traefik', 'traefikproxy'],
  ['envoy', 'envoyproxy'],
  ['mariadb', 'mariadb'],
  ['mysql', 'mysql'],
  ['postgresql', 'postgresql'],
  ['postgres', 'postgresql'],
  ['sqlite', 'sqlite'],
  ['mongodb', 'mongodb'],
  ['redis', 'redis'],
  ['rabbitmq', 'rabbitmq'],
  ['nats', 'natsdotio'],
  ['elasticsearch', 'elasticsearch'],
  ['opensearch', 'opensearch'],
  ['minio', 'minio'],
  ['ceph', 'ceph'],
  ['etcd', 'etcd'],
  ['consul', 'consul'],
  ['vault', 'vault'],
  ['keycloak', 'keycloak'],
  ['prometheus', 'prometheus'],
  ['grafana', 'grafana'],
  ['datadog', 'datadog'],
  ['new relic', 'newrelic'],
  ['sentry', 'sentry'],
  ['pagerduty', 'pagerduty'],
  ['cloudflare', 'cloudflare'],
  ['fastly', 'fastly'],
  ['akamai', 'akamai'],
  ['stripe', 'stripe'],
  ['paypal', 'paypal'],
  ['github', 'github'],
  ['gitlab', 'gitlab'],
  ['wordpress', 'wordpress'],
  ['django', 'django'],
  ['laravel', 'laravel'],
  ['rails', 'rubyonrails'],
  ['gunicorn', 'gunicorn'],
  ['node.js', 'nodedotjs'],
  ['nodejs', 'nodedotjs'],
  ['php', 'php'],
  ['python', 'python'],
  ['ruby', 'ruby'],
  ['java', 'openjdk'],
  ['spring', 'spring'],
  ['.net', 'dotnet'],
] as const;

/** Services that are known by their name; what else an author calls a service is no statement about its software. */
const services: readonly string[] = [
  'cloudflare',
  'datadog',
  'fastly',
  'akamai',
  'github',
  'gitlab',
  'new relic',
  'pagerduty',
  'paypal',
  'sentry',
  'stripe',
];

/** The mark of the software that an element is known to run, or of the service that it is. */
export function brandOf({ kind, name, facts }: Element): string | undefined {
  const known = [facts.software, facts.engine, facts.provider].join(' ').toLowerCase();
  const named = kind === 'externalService' ? name.toLowerCase() : '';
  const isKnown = ([word]: (typeof brands)[number]) =>
    hasWord(known, word) || (services.includes(word) && hasWord(named, word));
  return brands.find(isKnown)?.[1];
}

/** As a word of its own, a version behind it or not: `php8`, but no Java in JavaScript. */
function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !/[a-z0-9]/.test(text.charAt(at - 1)) && !/[a-z]/.test(text.charAt(at + word.length));
}

const glyphs: Readonly<Record<ExternalRole, string>> = {
  monitoring: 'activity',
  logging: 'scroll-text',
  alerting: 'bell',
  payment: 'credit-card',
  mail: 'mail',
  messaging: 'message-square',
  identity: 'fingerprint',
  storage: 'hard-drive',
  backup: 'archive',
  'source code': 'git-branch',
  analytics: 'chart-line',
  other: 'cloud',
};

/** The glyph for what an external service does, where that is said. */
export function glyphOfRole(element: Element): string | undefined {
  return element.facts.externalRole && glyphs[element.facts.externalRole];
}
