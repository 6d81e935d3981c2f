import type { Architecture } from '../../graph/architecture.js';

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
