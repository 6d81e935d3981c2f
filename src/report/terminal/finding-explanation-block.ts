import type { Finding } from '../../audit/finding.js';
import type { ExplainedModel } from '../explanation/explained-model.js';
import { evidenceSteps, waiverLine } from '../explanation/finding-evidence.js';
import { stepWords } from '../explanation/step-words.js';
import { few } from '../failure/journey-label.js';
import { findingMarks } from '../finding-marks.js';
import { findingBlock } from './finding-block.js';
import { calmed, hanging } from './layout.js';
import { modelTitle } from './model-title.js';
import { plain } from './paint.js';
import { bounded, lines, section } from './section.js';
import type { TerminalStyle } from './style.js';

const mostHops = 20;

/** One finding with what shows it hop by hop, and how it is accepted. */
export function findingExplanationBlock(finding: Finding, explained: ExplainedModel, style: TerminalStyle): string[] {
  const { audit, model } = explained.ground;
  const { steps, aside } = evidenceSteps(finding, model);
  const hops = bounded(steps, mostHops, (step, index) =>
    hanging(`${index + 1}. `, stepWords(step, explained), style.width - 2, plain),
  );
  const others =
    aside.length === 0
      ? []
      : hanging('', `Concerned: ${few(aside.map(explained.ground.label), 10)}.`, style.width - 2, plain);
  const references = finding.references.map(({ id, framework, url }) => `${id} (${framework})${url ? ` ${url}` : ''}`);
  const { accepted } = finding;
  return calmed([
    ...modelTitle(model, style),
    '',
    ...findingBlock(finding, findingMarks(audit).get(finding) ?? '', style),
    ...section('WHAT SHOWS IT', '', [...hops, ...others], style),
    ...section('REFERENCES', '', lines(references, style), style),
    ...(accepted
      ? section(
          'ACCEPTED',
          accepted.until === undefined ? '' : `until ${accepted.until}`,
          hanging('', accepted.because, style.width - 2, plain),
          style,
        )
      : section(
          'TO ACCEPT IT',
          'a line in the model, with your reason',
          hanging('', waiverLine(finding, model, style.sourceLines), style.width - 2, plain),
          style,
        )),
  ]);
}
