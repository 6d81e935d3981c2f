import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { isProduction } from './environment-of.js';

export interface Administration {
  readonly user: Element;
  readonly target: Element;
  readonly flow: Flow;
}

/** Who administers what of production. */
export function administration(model: Architecture): readonly Administration[] {
  return model.byKind.user.flatMap((user) =>
    model.outgoing(user).flatMap((flow) => {
      const target = flow.verb === 'administers' ? model.byId.get(flow.to) : undefined;
      return target && isProduction(model, target) ? [{ user, target, flow }] : [];
    }),
  );
}
