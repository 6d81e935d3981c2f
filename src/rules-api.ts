/** What authors of rules import: 'stanchion/rules'. */

export type {
  ConnectionLoad,
  Demand,
  ElementLoad,
  FlowLoad,
  Limit,
  Load,
  MissingFigure,
  SharedLoad,
  Stress,
} from './analyses/capacity/result.js';
export type { AnalysedJourney, Consequence, Faults, Simulation, SinglePoint } from './analyses/faults/result.js';
export { endpointsOf, listenerAt } from './analyses/network/endpoints.js';
export type { Exposure, ListenerExposure, Network, Passage, PassageReason } from './analyses/network/result.js';
export type {
  CertificateUse,
  ClientCertificateFate,
  Encryption,
  Hop,
  HopLeg,
  PlaintextSpan,
  RequestPair,
  RequestWay,
  ServedName,
  Span,
  Transport,
  Validity,
} from './analyses/transport/result.js';
export { defineRule } from './audit/define-rule.js';
export type { AddCall, Edit, RemoveStatement, SetFacts, Value, ValueWithElements } from './audit/edit.js';
export { type Severity, type Subject, severities } from './audit/finding.js';
export type { JudgedWaiver, WaiverFault } from './audit/judge-waivers.js';
export { type Administration, administration } from './audit/questions/administration.js';
export { alike } from './audit/questions/alike.js';
export { allowedByName, isAllowed } from './audit/questions/allowed-by-name.js';
export { append } from './audit/questions/append.js';
export { backupsOf, keepsBackups } from './audit/questions/backups-of.js';
export { type Bypass, bypasses, limitsRequests, refusesAttacks } from './audit/questions/bypassed-filters.js';
export { demandInWords, rounded, tellsNoCapacity } from './audit/questions/capacity-figures.js';
export { classesHeld, classesPassing } from './audit/questions/classes-held.js';
export { classified } from './audit/questions/classified.js';
export { type DataTravel, dataTravel, type SeenData } from './audit/questions/data-travel.js';
export { deadRulesIn, type IsDeadRule } from './audit/questions/dead-rules.js';
export { type DemandGap, demandGaps } from './audit/questions/demand-gaps.js';
export { environmentOf, isProduction } from './audit/questions/environment-of.js';
export { groupBy } from './audit/questions/group-by.js';
export { type HopsTo, hopsByTarget } from './audit/questions/hops-by-target.js';
export {
  allowsEveryPort,
  isFromEverywhere,
  leadsTo,
  type Opening,
  openingTo,
  portOf,
} from './audit/questions/internet-openings.js';
export { isComplete } from './audit/questions/is-complete.js';
export { judgeFilter, pastFilters, reportOfBypass } from './audit/questions/judge-filters.js';
export { harmlessPlaces, judgeSharedPlaces } from './audit/questions/judge-shared-places.js';
export { judgeSinglePoints, type SinglePointGroup } from './audit/questions/judge-single-points.js';
export { kindOf } from './audit/questions/kind-of.js';
export { knots } from './audit/questions/knots.js';
export { lostJourneys, lostMessages, lostTogether, sharedMessages } from './audit/questions/lost-journeys.js';
export { membersAlike, sharesByWeight } from './audit/questions/members-alike.js';
export { isSent, logging, monitorOf, takesLogs, type Watching, watching } from './audit/questions/monitoring.js';
export { moreInstances } from './audit/questions/more-instances.js';
export { neededDomains } from './audit/questions/needed-domains.js';
export { ownerOf } from './audit/questions/owner-of.js';
export { type PersonalData, personalDataAt } from './audit/questions/personal-data.js';
export { type PortOpened, portsOpened } from './audit/questions/ports-opened.js';
export { isPrivateBlock } from './audit/questions/private-block.js';
export { losesWrites, type ReplicationSaid, replicationsOf } from './audit/questions/replications.js';
export { requestsFrom, requestsTo } from './audit/questions/requests-to.js';
export { type RetryChain, retryChains } from './audit/questions/retry-chains.js';
export { type RunningOn, runningOn } from './audit/questions/running-on.js';
export { type SameService, sameService } from './audit/questions/same-service.js';
export { accountsWithSecret } from './audit/questions/secrets.js';
export { type SegmentOf, type Segments, segments } from './audit/questions/segments.js';
export { isSensitiveLink } from './audit/questions/sensitive-link.js';
export {
  administrationPorts,
  groupedByRule,
  hiddenStores,
  isAdministration,
  type OpenedByRule,
  openedBetween,
  type SensitiveOpening,
  sensitiveOpenings,
  withoutRule,
} from './audit/questions/sensitive-openings.js';
export { type SharedDemand, sharedDemands } from './audit/questions/shared-demand.js';
export { type SharedFate, sharedFate } from './audit/questions/shared-fate.js';
export {
  areAllCopies,
  holdsAllOfAGroup,
  isSumOfParts,
  membersOfGroups,
  membersSharing,
} from './audit/questions/shared-places.js';
export { rpoOf, shortest } from './audit/questions/shortest.js';
export { sideBySide } from './audit/questions/side-by-side.js';
export { type SoftwareVersion, softwareVersion } from './audit/questions/software-version.js';
export { standingAlone } from './audit/questions/standing-alone.js';
export { failoversOf, isWritten, type StoreGroup, storeGroups } from './audit/questions/store-groups.js';
export { storeKinds, workingStores } from './audit/questions/store-kinds.js';
export { takeOver } from './audit/questions/take-over.js';
export { type WebEntry, webEntries } from './audit/questions/unfiltered-entries.js';
export { untoldPassage } from './audit/questions/untold-passage.js';
export { decidesByVote, hasWeakVote } from './audit/questions/weak-vote.js';
export { withFilter } from './audit/questions/with-filter.js';
export type { EvidenceGiven, Report, Rule, RuleContext, RuleDefinition, SlotValue } from './audit/rule.js';
export { joined, namer } from './audit/say.js';
export type { FactWanted, KnownFact } from './audit/wanted-facts.js';
export type * from './graph/architecture.js';
export { type Kind, kinds, traits } from './vocabulary/kinds.js';
export { bytes, type Day, type Duration, dayNumber, seconds } from './vocabulary/units.js';
export { type Verb, verbs } from './vocabulary/verbs.js';
export type * from './vocabulary/words.js';
