import type { Architecture, Element } from '../../graph/architecture.js';

/** A question that several rules ask of a model and that is answered once. */
export function onceAModel<Answer>(answer: (model: Architecture) => Answer): (model: Architecture) => Answer {
  const known = new WeakMap<Architecture, { readonly answer: Answer }>();
  return (model) => {
    const before = known.get(model);
    if (before) return before.answer;
    const now = { answer: answer(model) };
    known.set(model, now);
    return now.answer;
  };
}

/** A question that is asked of the same elements again and again. */
export function onceAnElement<Answer extends object>(
  answer: (element: Element) => Answer,
): (element: Element) => Answer {
  const known = new Map<Element, Answer>();
  return (element) => {
    const before = known.get(element);
    if (before) return before;
    const now = answer(element);
    known.set(element, now);
    return now;
  };
}
