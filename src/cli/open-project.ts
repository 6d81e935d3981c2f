import { dirname, relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type CheckedConfig, checkConfig } from '../audit/config/check-config.js';
import type { GatePart } from '../audit/config/check-gate.js';
import type { ConfigProblem } from '../audit/config/given.js';
import { setupOf } from '../audit/config/setup-of.js';
import type { Severity } from '../audit/finding.js';
import { failsFrom } from '../audit/presets.js';
import { recommendedVersions } from '../audit/recommended-versions.js';
import type { Rule } from '../audit/rule.js';
import type { Settings } from '../audit/settings.js';
import type { Problem } from '../graph/problem.js';
import type { LoadedConfig } from '../load/config/load-config.js';
import type { Parts } from '../load/parts.js';
import { displayPath } from '../load/paths.js';
import { rules as builtIn } from '../rules/index.js';
import { AlreadyTold } from './already-told.js';
import type { Request } from './command.js';
import { locateConfig } from './locate-config.js';
import { printProblems } from './print-problem.js';

/** What a request is to be answered with: the configuration and the flags that overrule it, or what stands without any. */
export interface Project {
  /** Those of the program, then the own ones. */
  readonly rules: readonly Rule[];
  readonly ownRules: readonly Rule[];
  readonly preset: string;
  readonly settings: Settings;
  /** From the working folder; none: the folder models. */
  readonly models: readonly string[];
  /** Absolute. */
  readonly baseline: string;
  readonly failOn: Severity | 'never';
  readonly gate: GatePart;
  /** The configuration's own parts; undefined where they cannot be told. */
  readonly parts: Parts | undefined;
  /** Where in the user's own modules something was thrown. */
  positionIn: LoadedConfig['positionIn'];
}

const nothing: LoadedConfig = {
  value: {},
  problems: [],
  parts: { files: new Map(), missing: [] },
  source: '',
  positionIn: () => undefined,
};

/** @throws AlreadyTold where the configuration has mistakes, which are printed */
export async function openProject(request: Request): Promise<Project> {
  return openProjectBy(locateConfig(request), request);
}

/** @param path of the configuration, absolute; undefined: none */
export async function openProjectBy(path: string | undefined, request: Request): Promise<Project> {
  const { cwd } = request.surroundings;
  const loaded = path === undefined ? nothing : await load(path, cwd);
  const { config, problems } = checkConfig(loaded.value, { builtIn, versions: recommendedVersions });
  const all = loaded.problems.length > 0 ? loaded.problems : await placed(problems, path, loaded, cwd);
  if (all.length > 0) {
    await printProblems(all, linesOf(path, loaded, cwd), request.surroundings);
    throw new AlreadyTold();
  }
  return projectOf(config, loaded, path === undefined ? cwd : dirname(path), request);
}

async function load(path: string, cwd: string): Promise<LoadedConfig> {
  const { loadConfig } = await import('../load/config/load-config.js');
  // Node 20 rejects a second promise, which nobody has, where a CommonJS module throws; what was thrown is told all the same.
  const ignore = () => {};
  process.on('unhandledRejection', ignore);
  const loaded = await loadConfig(path, cwd);
  await setImmediate();
  process.off('unhandledRejection', ignore);
  return loaded;
}

function projectOf(config: CheckedConfig, loaded: LoadedConfig, folder: string, request: Request): Project {
  const { cwd } = request.surroundings;
  const { ownRules } = config;
  const preset = request.value('preset') ?? config.preset ?? 'recommended';
  const way = relative(folder, cwd).split(sep).join('/');
  return {
    ...setupOf(config, preset, builtIn, recommendedVersions, way),
    ownRules,
    preset,
    models: (config.models ?? []).map((input) => displayPath(resolve(folder, input), cwd) || '.'),
    baseline: resolve(folder, config.baseline ?? 'stanchion-baseline.json'),
    failOn: config.failOn ?? failsFrom(preset),
    gate: config.gate,
    parts: loaded.parts,
    positionIn: loaded.positionIn,
  };
}

/** In the order of the configuration. */
async function placed(
  problems: readonly ConfigProblem[],
  path: string | undefined,
  { source }: LoadedConfig,
  cwd: string,
): Promise<readonly Problem[]> {
  if (problems.length === 0) return [];
  const { placeInObject } = await import('../rewrite/place-in-object.js');
  const file = path === undefined ? '' : displayPath(path, cwd);
  const found = problems.map(({ at = [], isName = false, unknownRule: _, ...problem }): Problem => {
    return { file, ...(at.length > 0 && placeInObject(source, at, isName)), ...problem };
  });
  const last = Number.MAX_SAFE_INTEGER;
  return found.sort((a, b) => (a.line ?? last) - (b.line ?? last) || (a.column ?? last) - (b.column ?? last));
}

function linesOf(path: string | undefined, { source }: LoadedConfig, cwd: string) {
  const file = path === undefined ? undefined : displayPath(path, cwd);
  return (name: string) => (name === file ? source.split(/\r?\n/) : undefined);
}
