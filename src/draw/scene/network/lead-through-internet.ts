import { isOutside } from '../../../analyses/network/borders.js';
import { endpointsOf } from '../../../analyses/network/endpoints.js';
import type { Architecture, Element } from '../../../graph/architecture.js';
import type { Stroke } from '../stroke.js';
import { groundOf } from './ground.js';

/** Whoever comes from outside to what anyone may reach comes through the internet; a caller that is let in by name does not. */
export function leadThroughInternet(stroke: Stroke, model: Architecture): readonly Stroke[] {
  const { internet } = groundOf(model);
  const [from, to] = [model.byId.get(stroke.from), model.byId.get(stroke.to)];
  if (internet === undefined || !from || !to || from.id === internet || !isOutside(from)) return [stroke];
  if (isOutside(to) || !isOpenToAnyone(model, to)) return [stroke];
  const asFar = stroke.line.stopped?.before ?? stroke.line;
  const before = { ...stroke, to: internet, line: { ...asFar, label: '', short: undefined } };
  return [before, { ...stroke, from: internet }];
}

function isOpenToAnyone(model: Architecture, target: Element): boolean {
  const { exposed } = groundOf(model);
  return endpointsOf(model, target).some((element) => (exposed.get(element)?.anyone.length ?? 0) > 0);
}
