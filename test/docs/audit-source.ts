import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '../../src/audit/finding.js';
import { auditModel, loadModels } from '../../src/pipeline.js';
import { auditToTerminal } from '../../src/report/terminal/audit-to-terminal.js';

export interface Audited {
  readonly findings: readonly Finding[];
  /** The lines that the command prints, without the space around them. */
  readonly printed: ReadonlySet<string>;
}

const audited = new Map<string, Promise<Audited>>();

/** What the command says of a model of that name and source, on the day of this repository. @throws where it does not load */
export function auditSource(file: string, source: string): Promise<Audited> {
  const key = `${file}\0${source}`;
  const known = audited.get(key) ?? auditAfresh(file, source);
  audited.set(key, known);
  return known;
}

async function auditAfresh(file: string, source: string): Promise<Audited> {
  const folder = mkdtempSync(join(tmpdir(), 'documented-'));
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), source);
  const loaded = await loadModels([file], { cwd: folder, cacheFolder: undefined, checkTypes: true });
  rmSync(folder, { recursive: true });
  const [model] = loaded.models;
  if (!model) throw new Error(loaded.problems.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
  const audit = auditModel(model.architecture, '2026-11-21');
  const lines = source.split('\n');
  const printed = await auditToTerminal([audit], { colour: false, width: 100, sourceLines: () => lines });
  return { findings: audit.findings, printed: new Set(printed.split('\n').map((line) => line.trim())) };
}

/** The lines of an excerpt of what was printed that were not printed so; `…` stands for lines left out. */
export function notPrinted(excerpt: string, { printed }: Audited): readonly string[] {
  return excerpt
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '…' && !printed.has(line));
}
