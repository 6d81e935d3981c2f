import {
  type Architecture,
  defineRule,
  type Flow,
  groupBy,
  isProduction,
  type RetryChain,
  retryChains,
} from '../../rules-api.js';

export default defineRule({
  id: 'capacity/retry-storm',
  severity: 'medium',
  summary: 'Retries multiply along a chain of calls.',
  impact:
    'When the last in the chain slows down, everybody before it asks again: it gets many times its load just when it can ' +
    'take least, and does not come back by itself.',
  remedy: 'Try again in one place of the chain only, and let everybody else pass the failure on.',
  references: ['CWE-405', 'STRIDE:D', 'AWS REL05-BP03'],
  options: { most: 10 },
  messages: { storm: 'One request of {{first}} may become {{product}} to {{last}} by the retries of {{retrying}}.' },

  check({ model, options: { most }, pass, report }) {
    const chains = retryChains(model).filter(({ last }) => isProduction(model, last));
    for (const { last, product } of chains) if (product <= most) pass(last);
    const faulty = chains.filter(({ product }) => product > most);
    // What fans out behind the point where it becomes too much is one fault.
    for (const same of groupBy(faulty, (chain) => tooMuchAt(model, chain, most)).values()) {
      const { flows, last, product } = same.reduce((worst, one) => (one.product > worst.product ? one : worst));
      const ids = new Set(flows.filter((flow) => factorOf(flow) > 1).map(({ from }) => from));
      const retrying = [...ids].flatMap((id) => model.byId.get(id) ?? []);
      const [first] = retrying;
      if (first) report({ at: last, message: 'storm', data: { first, product, last, retrying }, evidence: { flows } });
    }
  },
});

function factorOf({ facts: { retries = 0 } }: Flow): number {
  return 1 + retries;
}

/** The call with which it becomes too much, or the one that it was made alike with. */
function tooMuchAt(model: Architecture, { flows }: RetryChain, most: number): string {
  let product = 1;
  for (const flow of flows) {
    product *= factorOf(flow);
    if (product > most) return flow.pool ?? model.byId.get(flow.to)?.tier ?? flow.to;
  }
  return '';
}
