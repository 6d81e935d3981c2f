import type { Finding } from '../../audit/finding.js';
import type { Architecture, Element } from '../../graph/architecture.js';
import type { Step } from './ways.js';

export interface FindingEvidence {
  /** The flows that show it, in the order of the finding, which reads as a path where it is one. */
  readonly steps: readonly Step[];
  /** Elements that show it and are the end of no such flow. */
  readonly aside: readonly Element[];
}

export function evidenceSteps({ evidence, flow }: Finding, model: Architecture): FindingEvidence {
  const ids = evidence.flows.length === 0 && flow !== undefined ? [flow] : evidence.flows;
  const steps = ids.flatMap((id): Step[] => {
    const found = model.flowById.get(id);
    const [from, to] = [model.byId.get(found?.from ?? ''), model.byId.get(found?.to ?? '')];
    return found && from && to ? [{ from, to, flow: found }] : [];
  });
  const ends = new Set(steps.flatMap(({ from, to }) => [from, to]));
  const aside = evidence.elements.flatMap((id) => model.byId.get(id) ?? []).filter((element) => !ends.has(element));
  return { steps, aside };
}

/**
 * The line that accepts a finding, to be written where the model makes the element it is about. With the lines of the file
 * that makes it, its variable is called as the author does.
 */
export function waiverLine(
  { rule, element, flow }: Finding,
  model: Architecture,
  linesOf: (file: string) => readonly string[] | undefined = () => undefined,
): string {
  const about = model.byId.get(element ?? model.flowById.get(flow ?? '')?.from ?? '');
  const source = about?.at && linesOf(about.at.file)?.[about.at.line - 1];
  const handle = declaredVariable(source) ?? variableName(about?.name) ?? (about ? 'element' : 'site');
  return `${handle}.accepts({ rule: '${rule}', because: '…', until: 'YYYY-MM-DD' });`;
}

function declaredVariable(line: string | undefined): string | undefined {
  return line?.match(/^\s*(?:export\s+)?(?:const|let)\s+([A-Za-z_$][\w$]{0,60})\s*=(?!=)/)?.[1];
}

/** A name as authors would call the variable that holds it; undefined where no such word can be made of it. */
function variableName(name: string | undefined): string | undefined {
  const words = name?.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  return /^[A-Za-z]\w*$/.test(joined) && joined.length <= 40 ? joined : undefined;
}
