import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { toolVersion } from '../load/tool.js';
import { type Part, readPart } from '../report/json/read-part.js';
import { visible } from '../report/terminal/visible.js';
import type { BaselineFile } from './baseline-file.js';
import type { Request } from './command.js';
import { Misuse } from './misuse.js';
import type { Project } from './open-project.js';
import { baselineDigest, configurationDigest } from './part-of.js';

export interface PartFile {
  /** As it was named. */
  readonly name: string;
  readonly part: Part;
}

const mostBytes = 400_000_000;

/** The parts that a request names, in the order of their shards. @throws Misuse where they are not one whole */
export function openParts(request: Request, project: Project, baseline: BaselineFile): readonly PartFile[] {
  const { files, surroundings } = request;
  if (files.length === 0) throw new Misuse('No part is named.', 'Write: stanchion merge part-1.json part-2.json');
  const rules = new Set(project.rules.map(({ id }) => id));
  const opened = files.map((name) => ({ name, part: openPart(name, surroundings.cwd, rules) }));
  const parts = opened.sort((a, b) => a.part.shard.index - b.part.shard.index);
  refuseBroken(parts);
  const [first] = parts;
  if (first?.part.configuration !== configurationDigest(project)) {
    throw new Misuse(
      'The parts were audited with another configuration than the one that stands here.',
      'Run merge in the same checkout, with the same --config and --preset.',
    );
  }
  if (first.part.baseline !== baselineDigest(baseline)) {
    throw new Misuse(
      `The parts were audited with another baseline than '${baseline.name}'.`,
      'Run merge in the same checkout, with the same --baseline or --no-baseline.',
    );
  }
  return parts;
}

function openPart(name: string, cwd: string, rules: ReadonlySet<string>): Part {
  const part = readPart(contentOf(name, resolve(cwd, name)), { tool: toolVersion(), rules });
  if ('wrong' in part) throw new Misuse(`'${visible(name)}' cannot be used: ${visible(part.wrong)}.`);
  return part;
}

function contentOf(name: string, path: string): string {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status?.isFile()) throw new Misuse(`There is no part '${visible(name)}'.`);
  if (status.size > mostBytes) throw new Misuse(`'${visible(name)}' is too large to be a part.`);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Misuse(`'${visible(name)}' cannot be read.`);
  }
}

/** @throws Misuse where parts, in the order of their shards, are not all of one whole */
export function refuseBroken(parts: readonly PartFile[]): void {
  refuseDifferent(parts);
  refuseGaps(parts);
}

/** What all parts of one whole have in common. */
const common: Readonly<Record<string, (part: Part) => string>> = {
  'of different days': ({ today }) => today,
  'of runs with different numbers of shards': ({ shard: { of } }) => String(of),
  'audited with different configurations': ({ configuration }) => configuration,
  'audited with different baselines': ({ baseline }) => baseline,
  'of runs that were asked about different models': ({ inputs }) => JSON.stringify(inputs),
};

function refuseDifferent(parts: readonly PartFile[]): void {
  const [first] = parts;
  for (const [difference, of] of Object.entries(common)) {
    const other = parts.find(({ part }) => first && of(part) !== of(first.part));
    if (first && other) throw new Misuse(`'${visible(first.name)}' and '${visible(other.name)}' are ${difference}.`);
  }
}

function refuseGaps(parts: readonly PartFile[]): void {
  const of = parts[0]?.part.shard.of ?? 0;
  const twice = parts.find(({ part }, place) => parts[place + 1]?.part.shard.index === part.shard.index);
  if (twice) throw new Misuse(`Shard ${twice.part.shard.index}/${of} is there twice.`, 'Name each part once.');
  const there = new Set(parts.map(({ part }) => part.shard.index));
  const missing = Array.from({ length: of }, (_, place) => place + 1).filter((index) => !there.has(index));
  if (missing.length === 0) return;
  const named = missing.slice(0, 10).map((index) => `${index}/${of}`);
  const rest = missing.length - named.length;
  throw new Misuse(
    `${missing.length === 1 ? 'A part is' : `${missing.length} parts are`} missing: shard ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
  );
}
