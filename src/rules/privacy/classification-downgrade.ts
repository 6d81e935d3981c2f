import {
  type Architecture,
  alike,
  type DataClass,
  dataTravel,
  defineRule,
  type Element,
  type Flow,
  groupBy,
  type SeenData,
} from '../../rules-api.js';

/** From harmless to most sensitive; those of one rank are beside one another. */
const ranks: { readonly [C in DataClass]: number } = {
  public: 0,
  internal: 1,
  personal: 2,
  confidential: 3,
  credentials: 4,
  payment: 4,
  health: 4,
};

export default defineRule({
  id: 'privacy/classification-downgrade',
  severity: 'high',
  summary: 'Data reaches an element that is not meant for anything so sensitive.',
  impact: 'It is guarded as what it was meant for: too many people get in, and what it writes down lies open to them.',
  remedy: 'Keep the data away from it, or guard it as such data need and say so: `mayHold`.',
  references: ['STRIDE:I', 'CWE-200', 'NIST AC-4'],
  messages: { reached: 'Data of class {{classes}} reaches {{elements}}, where no more than {{allowed}} may be.' },

  check({ model, transport, pass, report, unknown }) {
    const travel = dataTravel(model, transport);
    const tooMuch = new Map<Element, readonly SeenData[]>();
    for (const element of model.elements) {
      const { mayHold } = element.facts;
      if (!mayHold) continue;
      const seen = travel.seenBy(element);
      const beyond = seen.filter((data) => isRead(data) && !covers(mayHold, data.dataClass));
      const store = travel.untoldBehind(element);
      if (beyond.length > 0) tooMuch.set(element, beyond);
      else if (tops.every((top) => covers(mayHold, top))) pass(element);
      else if (store) unknown(store, 'holds');
      else if (seen.length > 0) pass(element);
      else for (const flow of untoldFlows(model, element)) unknown(flow, 'carries');
    }
    const classesOf = (element: Element) => (tooMuch.get(element) ?? []).map(({ dataClass }) => dataClass);
    const same = groupBy([...tooMuch.keys()], (element) => JSON.stringify([element.facts.mayHold, classesOf(element)]));
    for (const elements of [...same.values()].flatMap(alike)) {
      const [first] = elements;
      const data = { classes: first ? classesOf(first) : [], elements, allowed: allowedOf(first) };
      const flows = elements.flatMap((element) => (tooMuch.get(element) ?? []).flatMap((one) => one.flows));
      report({ at: elements, message: 'reached', data, evidence: { flows } });
    }
  },
});

const tops: readonly DataClass[] = ['credentials', 'payment', 'health'];

function covers(mayHold: readonly DataClass[], dataClass: DataClass): boolean {
  return dataClass === 'public' || mayHold.some((one) => one === dataClass || ranks[one] > ranks[dataClass]);
}

/** Who only keeps an encrypted backup cannot read it. */
function isRead({ isHeld, flows }: SeenData): boolean {
  return isHeld || flows.some(({ verb, facts }) => verb !== 'backsUp' || facts.encrypted !== true);
}

/** What others bring it without saying what that is. */
function untoldFlows(model: Architecture, element: Element): readonly Flow[] {
  return model.incoming(element).filter(({ facts }) => facts.carries === undefined);
}

function allowedOf(element: Element | undefined): readonly DataClass[] {
  const allowed = element?.facts.mayHold ?? [];
  return allowed.length > 0 ? allowed : ['public'];
}
