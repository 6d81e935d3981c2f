import type { Rule } from '../rules-api.js';
import adminNoBastion from './access/admin-no-bastion.js';
import adminNoMfa from './access/admin-no-mfa.js';
import linkUnauthenticated from './access/link-unauthenticated.js';
import secretNoRotation from './access/secret-no-rotation.js';
import secretNotVaulted from './access/secret-not-vaulted.js';
import sharedServiceAccount from './access/shared-service-account.js';
import trustAnchorNotIsolated from './access/trust-anchor-not-isolated.js';
import availabilityTargetMissed from './availability/availability-target-missed.js';
import capacityNPlusK from './availability/capacity-n-plus-k.js';
import dnsNsRedundancy from './availability/dns-ns-redundancy.js';
import dnsTtlSlow from './availability/dns-ttl-slow.js';
import failoverManual from './availability/failover-manual.js';
import failoverUndeclared from './availability/failover-undeclared.js';
import hardDependencyCycle from './availability/hard-dependency-cycle.js';
import lbNoHealthCheck from './availability/lb-no-health-check.js';
import quorumWeak from './availability/quorum-weak.js';
import regionDrMissing from './availability/region-dr-missing.js';
import splitBrainNoFencing from './availability/split-brain-no-fencing.js';
import spofFirewall from './availability/spof-firewall.js';
import spofHiddenShared from './availability/spof-hidden-shared.js';
import spofLoadBalancer from './availability/spof-load-balancer.js';
import spofNode from './availability/spof-node.js';
import spofUplink from './availability/spof-uplink.js';
import stickyLocalSession from './availability/sticky-local-session.js';
import tierMultiZone from './availability/tier-multi-zone.js';
import zoneLossCapacity from './availability/zone-loss-capacity.js';
import poolExceedsLimit from './capacity/pool-exceeds-limit.js';
import retryStorm from './capacity/retry-storm.js';
import timeoutInversion from './capacity/timeout-inversion.js';
import utilisationHigh from './capacity/utilisation-high.js';
import backupIntervalRpo from './data/backup-interval-rpo.js';
import backupMissing from './data/backup-missing.js';
import backupSameDomain from './data/backup-same-domain.js';
import dbNoReplica from './data/db-no-replica.js';
import dbReplicaSameDomain from './data/db-replica-same-domain.js';
import dbSingleWriter from './data/db-single-writer.js';
import encryptionAtRest from './data/encryption-at-rest.js';
import replicationLagUnmonitored from './data/replication-lag-unmonitored.js';
import replicationRpoMismatch from './data/replication-rpo-mismatch.js';
import restoreUntested from './data/restore-untested.js';
import retentionUndeclared from './data/retention-undeclared.js';
import rpoRtoUndeclared from './data/rpo-rto-undeclared.js';
import colocatedRoles from './deployment/colocated-roles.js';
import envMixed from './deployment/env-mixed.js';
import hostBlastRadius from './deployment/host-blast-radius.js';
import noDiversity from './deployment/no-diversity.js';
import resourceContention from './deployment/resource-contention.js';
import tierNotUniform from './deployment/tier-not-uniform.js';
import versionEol from './deployment/version-eol.js';
import missingDescription from './hygiene/missing-description.js';
import missingOwner from './hygiene/missing-owner.js';
import modelStale from './hygiene/model-stale.js';
import orphanNode from './hygiene/orphan-node.js';
import protocolUnknown from './hygiene/protocol-unknown.js';
import waiver from './hygiene/waiver.js';
import adminPortInternet from './network/admin-port-internet.js';
import borrowedAddresses from './network/borrowed-addresses.js';
import dbInternetReachable from './network/db-internet-reachable.js';
import egressUnrestricted from './network/egress-unrestricted.js';
import firewallAnyAny from './network/firewall-any-any.js';
import firewallFailsOpen from './network/firewall-fails-open.js';
import firewallNoDefaultDeny from './network/firewall-no-default-deny.js';
import firewallRuleDead from './network/firewall-rule-dead.js';
import firewallRuleUnused from './network/firewall-rule-unused.js';
import flowNotAllowed from './network/flow-not-allowed.js';
import internetUnguarded from './network/internet-unguarded.js';
import publicIpInternalRole from './network/public-ip-internal-role.js';
import rateLimitMissing from './network/rate-limit-missing.js';
import segmentMissing from './network/segment-missing.js';
import tierSkipped from './network/tier-skipped.js';
import wafMissing from './network/waf-missing.js';
import alertUnrouted from './operations/alert-unrouted.js';
import logsNotCentral from './operations/logs-not-central.js';
import monitoringSpof from './operations/monitoring-spof.js';
import monitoringUncovered from './operations/monitoring-uncovered.js';
import requiredMetricsMissing from './operations/required-metrics-missing.js';
import uptimeCheckMissing from './operations/uptime-check-missing.js';
import classificationDowngrade from './privacy/classification-downgrade.js';
import dataUnclassified from './privacy/data-unclassified.js';
import piiJurisdiction from './privacy/pii-jurisdiction.js';
import piiThirdParty from './privacy/pii-third-party.js';
import certExpiry from './transport/cert-expiry.js';
import certKeyShared from './transport/cert-key-shared.js';
import certNameMismatch from './transport/cert-name-mismatch.js';
import certUntrustedPublic from './transport/cert-untrusted-public.js';
import dbLinkPlaintext from './transport/db-link-plaintext.js';
import dnssecCaa from './transport/dnssec-caa.js';
import httpsRedirectHsts from './transport/https-redirect-hsts.js';
import mtlsMissing from './transport/mtls-missing.js';
import plaintextExternal from './transport/plaintext-external.js';
import plaintextSensitive from './transport/plaintext-sensitive.js';
import tlsEndsAtLoadBalancer from './transport/tls-ends-at-load-balancer.js';
import tlsVersionOld from './transport/tls-version-old.js';

/** The catalogue: every rule that comes with the program, family by family. */
export const rules: readonly Rule[] = [
  spofLoadBalancer,
  spofFirewall,
  spofNode,
  spofUplink,
  spofHiddenShared,
  tierMultiZone,
  dnsNsRedundancy,
  dnsTtlSlow,
  lbNoHealthCheck,
  failoverUndeclared,
  splitBrainNoFencing,
  failoverManual,
  quorumWeak,
  regionDrMissing,
  stickyLocalSession,
  hardDependencyCycle,
  availabilityTargetMissed,
  capacityNPlusK,
  zoneLossCapacity,
  dbSingleWriter,
  dbNoReplica,
  dbReplicaSameDomain,
  backupMissing,
  backupSameDomain,
  backupIntervalRpo,
  restoreUntested,
  replicationLagUnmonitored,
  replicationRpoMismatch,
  rpoRtoUndeclared,
  encryptionAtRest,
  retentionUndeclared,
  tlsEndsAtLoadBalancer,
  plaintextExternal,
  dbLinkPlaintext,
  plaintextSensitive,
  certExpiry,
  certKeyShared,
  certNameMismatch,
  tlsVersionOld,
  certUntrustedPublic,
  httpsRedirectHsts,
  mtlsMissing,
  dnssecCaa,
  internetUnguarded,
  firewallNoDefaultDeny,
  firewallAnyAny,
  firewallFailsOpen,
  adminPortInternet,
  dbInternetReachable,
  publicIpInternalRole,
  segmentMissing,
  tierSkipped,
  egressUnrestricted,
  firewallRuleDead,
  firewallRuleUnused,
  flowNotAllowed,
  borrowedAddresses,
  wafMissing,
  rateLimitMissing,
  linkUnauthenticated,
  adminNoMfa,
  adminNoBastion,
  secretNotVaulted,
  secretNoRotation,
  sharedServiceAccount,
  trustAnchorNotIsolated,
  monitoringUncovered,
  requiredMetricsMissing,
  alertUnrouted,
  logsNotCentral,
  monitoringSpof,
  uptimeCheckMissing,
  colocatedRoles,
  hostBlastRadius,
  resourceContention,
  envMixed,
  noDiversity,
  tierNotUniform,
  versionEol,
  utilisationHigh,
  poolExceedsLimit,
  timeoutInversion,
  retryStorm,
  classificationDowngrade,
  piiJurisdiction,
  piiThirdParty,
  dataUnclassified,
  orphanNode,
  missingOwner,
  missingDescription,
  protocolUnknown,
  modelStale,
  waiver,
];
