import type { AnalysedJourney, SinglePoint } from '../../analyses/faults/result.js';
import type { Audit, Finding } from '../../audit/finding.js';
import type { Comparison, ModelChange } from '../../diff/compare-sides.js';
import type { Worsened } from '../../diff/diff-findings.js';
import type { Change, Difference, ElementChange, FactChange, ModelDiff } from '../../diff/model-diff.js';
import type { Element } from '../../graph/architecture.js';
import { findingMarks } from '../finding-marks.js';
import { findingDocument, modelHead } from './audit-to-json.js';
import {
  availabilityDocument,
  exposureDocument,
  loadDocument,
  objectiveDocument,
  weakeningDocument,
} from './change-parts.js';
import type { ChangeDocument } from './change-schema.js';

type ChangedModel = ChangeDocument['changed'][number];

/** A comparison as JSON for programs, as `changeJsonSchema` describes it. */
export function changeToJson(comparison: Comparison, since: string): string {
  return `${JSON.stringify(changeDocument(comparison, since), undefined, 2)}\n`;
}

export function changeDocument(
  { changed, unchanged, added, deleted, unpaired }: Comparison,
  since: string,
): ChangeDocument {
  return {
    format: 'stanchion-diff',
    version: 1,
    since,
    changed: changed.map(changedDocument),
    unchanged: unchanged.map(({ base, head }) => ({ base: headOf(base), head: headOf(head) })),
    added: added.map(({ head, objectives, weakened }) => ({
      model: headOf(head),
      findings: findingDocuments(head, head.findings),
      objectives: objectives.map(objectiveDocument),
      weakened: weakened.map(weakeningDocument),
    })),
    deleted: deleted.map((audit) => ({ model: headOf(audit), findings: findingDocuments(audit, audit.findings) })),
    unpaired: { base: unpaired.base.map(headOf), head: unpaired.head.map(headOf) },
  };
}

function headOf({ model }: Audit): ChangedModel['head'] {
  return modelHead(model);
}

function changedDocument({ base, head, diff, findings, analyses, weakened }: ModelChange): ChangedModel {
  const { journeys, singlePoints, availability, objectives, exposure, load } = analyses;
  return {
    base: headOf(base),
    head: headOf(head),
    ...differences(diff),
    findings: {
      new: findingDocuments(head, findings.fresh),
      fixed: findingDocuments(base, findings.fixed),
      untold: findingDocuments(base, findings.untold),
      accepted: findingDocuments(head, findings.accepted),
      reopened: findingDocuments(head, findings.reopened),
      worsened: worsenedDocuments(head, findings.worse),
      unchanged: findings.unchanged.length,
    },
    asModelled: { broken: journeys.broken.map(journeyDocument), mended: journeys.mended.map(journeyDocument) },
    singlePoints: {
      new: singlePoints.fresh.map(pointDocument),
      wider: singlePoints.wider.map(({ point, journeys: more }) => ({ root: point.root.id, journeys: idsOf(more) })),
      gone: singlePoints.gone.map(pointDocument),
      unasked: singlePoints.unasked.map(pointDocument),
    },
    availability: availability.map(availabilityDocument),
    objectives: objectives.map(objectiveDocument),
    exposure: exposure.map(exposureDocument),
    load: load.map(loadDocument),
    weakened: weakened.map(weakeningDocument),
  };
}

function differences({ facts, elements, flows, pools, journeys, waivers }: ModelDiff) {
  return {
    facts: facts.map(factDocument),
    elements: {
      added: elements.added.map(elementDocument),
      removed: elements.removed.map(elementDocument),
      changed: elements.changed.map(elementChange),
    },
    flows: listed(flows),
    pools: listed(pools),
    journeys: listed(journeys),
    waivers: {
      added: waivers.added.map(({ rule, element, because, until }) => ({ rule, element, because, until })),
      removed: waivers.removed.map(({ rule, element }) => ({ rule, element })),
      changed: waivers.changed.map(({ after: { rule, element }, facts: said }) => ({
        rule,
        element,
        facts: said.map(factDocument),
      })),
    },
  };
}

function listed<T extends { readonly id: string }>({ added, removed, changed }: Difference<T>) {
  return {
    added: idsOf(added),
    removed: idsOf(removed),
    changed: changed.map(({ before, after, facts }: Change<T>) => ({
      before: before.id,
      after: after.id,
      facts: facts.map(factDocument),
    })),
  };
}

function elementDocument({ id, kind, name }: Element): { id: string; kind: string; name: string } {
  return { id, kind, name };
}

function elementChange({ before, after, isRenamed, moves, facts }: ElementChange) {
  return {
    before: before.id,
    after: after.id,
    renamed: isRenamed,
    moves: moves.map(factDocument),
    facts: facts.map(factDocument),
  };
}

function factDocument({ path, before, after }: FactChange): { path: string; before?: unknown; after?: unknown } {
  return { path, before, after };
}

export function worsenedDocuments(head: Audit, worsened: readonly Worsened[]) {
  const marks = findingMarks(head);
  return worsened.map(({ before, after }) => ({
    was: before.severity,
    finding: findingDocument(after, marks.get(after) ?? ''),
  }));
}

export function findingDocuments(audit: Audit, findings: readonly Finding[]) {
  const marks = findingMarks(audit);
  return findings.map((finding) => findingDocument(finding, marks.get(finding) ?? ''));
}

export function journeyDocument({ id, mode }: AnalysedJourney) {
  return { id, mode };
}

export function pointDocument({ root, also, journeys, onlyListed }: SinglePoint) {
  return { root: root.id, also: idsOf(also), journeys: idsOf(journeys), onlyListed };
}

function idsOf(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}
