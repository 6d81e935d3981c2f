import type { Architecture } from '../graph/architecture.js';
import type { Audit, Finding } from './finding.js';
import { ownerOf } from './questions/owner-of.js';

/** Everybody whom a model names as an owner, by name. */
export function ownersIn(model: Architecture): readonly string[] {
  const named = [model.facts.owner, ...model.elements.map(({ facts }) => facts.owner)];
  return [...new Set(named.flatMap((owner) => owner ?? []))].sort();
}

/** Who answers for what a finding is about; of the model as a whole, whoever owns that. */
export function ownersOf(model: Architecture, { subjects = [] }: Finding): readonly string[] {
  if (subjects.length === 0) return model.facts.owner === undefined ? [] : [model.facts.owner];
  const owners = subjects.map((id) => {
    const element = model.byId.get(id);
    return element && ownerOf(model, element);
  });
  return [...new Set(owners.flatMap((owner) => owner ?? []))];
}

/**
 * What of an audit is an owner's: findings about at least one element that they own, and the facts that are missing there. What
 * the rules came to and how complete the model is remain those of the whole.
 */
export function narrowToOwner(audit: Audit, owner: string): Audit {
  const { model } = audit;
  const isTheirs = (finding: Finding) => ownersOf(model, finding).includes(owner);
  const owns = (id: string | undefined) => {
    const element = id === undefined ? undefined : model.byId.get(id);
    return element !== undefined && ownerOf(model, element) === owner;
  };
  return {
    ...audit,
    whole: audit,
    findings: audit.findings.filter(isTheirs),
    accepted: audit.accepted.filter(isTheirs),
    ...(audit.baselined && { baselined: audit.baselined.filter(isTheirs) }),
    missing: audit.missing.flatMap((fact) => {
      const elements = fact.elements.filter(owns);
      const flows = fact.flows.filter((id) => owns(model.flowById.get(id)?.from));
      return elements.length + flows.length === 0 ? [] : { ...fact, elements, flows };
    }),
  };
}
