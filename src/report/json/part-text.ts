import type { Audit } from '../../audit/finding.js';
import type { Architecture, ArchitectureDocument } from '../../graph/architecture.js';
import type { Problem } from '../../graph/problem.js';
import { type PartDocument, partFormat } from './part-schema.js';

/** What is known of a shard beside its audits. */
export interface PartOrigin extends Pick<PartDocument, 'tool' | 'shard' | 'today' | 'configuration' | 'baseline'> {
  readonly inputs: readonly string[];
  readonly problems: readonly Problem[];
  fileOf(audit: Audit): string;
  placeOf(audit: Audit): number;
  sourceLines(file: string): readonly string[] | undefined;
}

/** All that the text of any format is made of, so that `stanchion merge` can make it of several parts. */
export function partText(audits: readonly Audit[], origin: PartOrigin): string {
  const { tool, shard, today, configuration, baseline, inputs, problems } = origin;
  const models = audits.map((audit) => {
    const { model, today: _, whole: __, ...result } = audit;
    return { file: origin.fileOf(audit), place: origin.placeOf(audit), document: documentOf(model), audit: result };
  });
  const part = {
    ...{ format: partFormat, version: 1, tool, shard, today, configuration, baseline, inputs, models, problems },
    sources: sourcesOf(audits, origin),
  };
  return `${JSON.stringify(part)}\n`;
}

function documentOf(model: Architecture): ArchitectureDocument {
  const { format, version, name, facts, elements, flows, pools, clusters, journeys, waivers, views, at } = model;
  return {
    ...{ format, version, name, facts, elements, flows, pools, clusters, journeys, waivers },
    ...(views && { views }),
    ...(at && { at }),
  };
}

/** Only what was read as a source of a model is known to `sourceLines`. */
function sourcesOf(audits: readonly Audit[], { problems, sourceLines }: PartOrigin): Readonly<Record<string, string>> {
  const told = audits.flatMap(({ model, findings, accepted, baselined = [] }) => [
    model.at?.file,
    ...[...findings, ...accepted, ...baselined].map(({ at }) => at?.file),
  ]);
  const files = new Set([...told, ...problems.map(({ file }) => file)].flatMap((file) => file ?? []));
  return Object.fromEntries(
    [...files].sort().flatMap((file) => {
      const lines = sourceLines(file);
      return lines ? [[file, lines.join('\n')]] : [];
    }),
  );
}
