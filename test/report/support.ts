import { analyseLoad } from '../../src/analyses/capacity/analyse-load.js';
import { analyseFaults } from '../../src/analyses/faults/analyse-faults.js';
import { analyseNetwork } from '../../src/analyses/network/analyse-network.js';
import { analyseTransport } from '../../src/analyses/transport/analyse-transport.js';
import { audit } from '../../src/audit/audit.js';
import type { Audit } from '../../src/audit/finding.js';
import { presetSettings } from '../../src/audit/presets.js';
import type { Rule } from '../../src/audit/rule.js';
import type { ArchitectureDocument } from '../../src/graph/architecture.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { type ReportPicture, reportDocument } from '../../src/report/document/report-document.js';
import type { ReportNode } from '../../src/report/document/tree.js';
import { rules as catalogue } from '../../src/rules/index.js';
import { build } from '../support/build.js';

export const today = '2026-11-21';

export function auditOf(site: unknown, rules: readonly Rule[] = catalogue): Audit {
  const [model] = build(site);
  if (model === undefined) throw new Error('no model was built');
  return audit(createGraph(withRelativePaths(model)), {
    today,
    rules,
    settings: presetSettings('recommended', rules, [], []),
  });
}

/** Positions as the command writes them, so that expected outputs hold in every folder. */
function withRelativePaths(document: ArchitectureDocument): ArchitectureDocument {
  const here = JSON.stringify(`${process.cwd()}/`).slice(1, -1);
  return JSON.parse(JSON.stringify(document).replaceAll(here, '')) as ArchitectureDocument;
}

export function documentOf(audited: Audit, pictures: readonly ReportPicture[] = []): readonly ReportNode[] {
  const { model } = audited;
  return reportDocument(audited, {
    transport: analyseTransport(model),
    faults: analyseFaults(model),
    network: analyseNetwork(model),
    load: analyseLoad(model),
    pictures,
  });
}

/** A name that would be markup, an escape sequence, a formula or a path wherever it went unescaped. */
export const hostileName =
  '<script>alert(1)</script> | [x](javascript:alert(1)) `code` **b** \u001b[31m\u202e& "q" \'s\' ..';
