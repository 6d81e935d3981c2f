import type { Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import type { ExplainedModel } from '../explanation/explained-model.js';
import type { Step } from '../explanation/ways.js';
import type { HopDocument, StepDocument } from './explanation-schema.js';

export function stepDocument({ from, to, flow }: Step, explained: ExplainedModel): StepDocument {
  return { from: from.id, to: to.id, hop: flow && hopDocument(flow, explained) };
}

/** A flow with how it travels and what guards make of it. */
export function hopDocument(flow: Flow, { analyses }: ExplainedModel): HopDocument {
  const hop = analyses.transport.hop(flow);
  const { passage, guard } = analyses.network.passageReason(flow);
  return {
    flow: flow.id,
    verb: flow.verb,
    from: flow.from,
    to: flow.to,
    protocol: hop.listener?.protocol,
    port: hop.listener?.port,
    encryption: hop.encryption,
    minimumVersion: hop.version,
    certificate: hop.certificate?.id,
    tlsEnds: hop.terminates,
    leavesZone: hop.crossesZone,
    guards: analyses.network.guardsOn(flow).map(({ id }) => id),
    passage,
    decidedBy: guard?.id,
    carries: [...hop.carries],
    authenticatedBy: hop.authenticatedBy,
    required: verbs[flow.verb].hard !== 'no' && flow.facts.optional !== true,
  };
}
