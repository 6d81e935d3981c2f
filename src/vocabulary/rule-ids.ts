/** The rules that come with the program; a waiver names one of them, or one that an own rule package declares. */
export const ruleIds = [
  'availability/spof-load-balancer',
  'availability/spof-firewall',
  'availability/spof-node',
  'availability/lb-no-health-check',
  'availability/failover-undeclared',
  'availability/split-brain-no-fencing',
  'data/db-single-writer',
  'data/db-no-replica',
  'data/db-replica-same-domain',
  'data/backup-missing',
  'data/backup-same-domain',
  'data/backup-interval-rpo',
  'data/restore-untested',
  'data/replication-lag-unmonitored',
  'data/replication-rpo-mismatch',
  'data/rpo-rto-undeclared',
  'data/encryption-at-rest',
  'data/retention-undeclared',
  'transport/tls-ends-at-load-balancer',
  'transport/plaintext-external',
  'transport/db-link-plaintext',
  'transport/cert-expiry',
  'transport/cert-key-shared',
  'transport/cert-name-mismatch',
  'transport/tls-version-old',
  'network/internet-unguarded',
  'network/firewall-no-default-deny',
  'network/firewall-rule-dead',
  'network/flow-not-allowed',
  'operations/monitoring-uncovered',
  'operations/required-metrics-missing',
  'operations/alert-unrouted',
  'operations/logs-not-central',
  'operations/monitoring-spof',
  'operations/uptime-check-missing',
  'deployment/colocated-roles',
  'deployment/no-diversity',
  'privacy/classification-downgrade',
  'privacy/pii-jurisdiction',
  'privacy/pii-third-party',
  'privacy/data-unclassified',
  'hygiene/orphan-node',
  'hygiene/missing-owner',
  'hygiene/missing-description',
  'hygiene/protocol-unknown',
  'hygiene/model-stale',
  'hygiene/waiver',
] as const;

export type BuiltInRule = (typeof ruleIds)[number];

/**
 * Own rule packages make their ids known to the compiler:
 * `declare module 'stanchion' { interface CustomRules { 'acme/no-ftp': true } }`.
 */
export interface CustomRules extends Record<never, true> {}

export type RuleId = BuiltInRule | (keyof CustomRules & string);
