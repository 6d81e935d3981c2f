import { type Audit, type Severity, severities } from '../../../audit/finding.js';
import { isJudged } from '../../is-judged.js';
import { counted, dotted, joined, percent, sentence } from '../../words.js';
import { bullets, heading, link, paragraph, strong, table } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { Cell, ReportNode } from '../tree.js';

/** What it is, and the answer to "is it all right?". */
export function verdict(telling: Telling): readonly ReportNode[] {
  const { audit } = telling;
  const { summary, description } = audit.model.facts;
  return [
    heading(1, audit.model.name),
    ...(summary === undefined ? [] : [paragraph(sentence(summary))]),
    ...(description === undefined ? [] : [paragraph(sentence(description))]),
    paragraph(...about(audit)),
    heading(2, 'Verdict'),
    paragraph(strong(judgement(audit)), ` ${counts(audit)}`),
    countTable(audit),
    bullets(remarks(telling)),
  ];
}

function about({ model, today }: Audit): Cell {
  const { environment, owner, criticality, link: target } = model.facts;
  const told = dotted([
    `Audited for ${today}`,
    environment ?? 'environment not told',
    criticality === undefined ? undefined : `criticality ${criticality}`,
    owner === undefined ? undefined : `owner ${owner}`,
    model.at?.file,
  ]);
  if (target === undefined) return [told];
  return [`${told} · `, /^https:\/\/\S+$/.test(target) ? link(target, target) : target];
}

const judgements: Readonly<Record<Severity, string>> = {
  critical: 'This must not stay as it is.',
  high: 'This needs repair.',
  medium: 'This is sound in the main, with weaknesses.',
  low: 'This is sound: nothing was found above low.',
};

function judgement(audit: Audit): string {
  const { findings, baselined = [], completeness } = audit;
  const worst = severities.find((severity) => findings.some((finding) => finding.severity === severity));
  if (worst !== undefined) return judgements[worst];
  if (baselined.length > 0) return 'Nothing was found that is not in the baseline.';
  if (!isJudged(audit)) return 'There is nothing here that a rule could judge.';
  return completeness < 1 ? 'Nothing was found in what the model says.' : 'Nothing was found.';
}

function counts({ findings }: Audit): string {
  if (findings.length === 0) return '';
  const parts = severities
    .map((severity) => [findings.filter((one) => one.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}`);
  return `The audit reports ${counted(findings.length, 'finding')}: ${joined(parts)}.`;
}

function countTable(audit: Audit): ReportNode {
  const { findings, accepted, missing, completeness } = audit;
  const found = severities.map((severity) => String(findings.filter((one) => one.severity === severity).length));
  return table(
    [...severities, 'accepted', 'facts not told', 'questions answered'],
    [
      [
        ...found,
        String(accepted.length),
        String(missing.length),
        isJudged(audit) ? percent(completeness) : 'none asked',
      ],
    ],
  );
}

function remarks(telling: Telling): readonly Cell[] {
  return [
    singlePointRemark(telling),
    ruleRemark(telling),
    untoldRemark(telling),
    acceptedRemark(telling),
    baselineRemark(telling),
  ].filter((remark) => remark !== undefined);
}

function singlePointRemark({ faults, names }: Telling): Cell | undefined {
  const [widest, ...others] = faults.singlePoints.filter(({ onlyListed }) => !onlyListed);
  if (widest === undefined) return undefined;
  const points = `${counted(others.length + 1, 'single point')} of failure`;
  return [
    link('#single points', points),
    `; ${others.length === 0 ? 'it is' : 'the widest is'} ${names.one(widest.root)}.`,
  ];
}

function ruleRemark({ audit: { outcomes } }: Telling): Cell {
  const put = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length;
  const parts = [
    `${put('finding')} found something`,
    `${put('pass')} passed`,
    `${put('cannot tell')} cannot tell`,
    `${put('not applicable')} not applicable`,
  ];
  return [`${counted(outcomes.length, 'rule')} put to the model: ${joined(parts)}.`];
}

function untoldRemark({ audit: { missing, completeness } }: Telling): Cell | undefined {
  if (missing.length === 0) return undefined;
  const share = `The model answers ${percent(completeness)} of what they ask; `;
  const silence = `${missing.length === 1 ? 'is' : 'are'} not told. Silence is no proof of health.`;
  return [share, link('#untold', counted(missing.length, 'fact')), ` ${silence}`];
}

function acceptedRemark({ audit: { accepted } }: Telling): Cell | undefined {
  if (accepted.length === 0) return undefined;
  const further = link('#accepted', counted(accepted.length, 'further finding'));
  return [further, ` ${accepted.length === 1 ? 'is' : 'are'} accepted, with a reason.`];
}

function baselineRemark({ audit: { baselined = [] } }: Telling): Cell | undefined {
  if (baselined.length === 0) return undefined;
  const further = link('#baseline', counted(baselined.length, 'further finding'));
  return [further, ` ${baselined.length === 1 ? 'is' : 'are'} in the baseline, and not counted above.`];
}
