import { computed, type Import } from './imports.js';

/**
 * Who may import whom (docs/architecture.md): cli → pipeline → report | draw | rewrite → diff → rules → audit → analyses → load →
 * graph → vocabulary. A part is a folder of src, or a file directly in it.
 */
const below = {
  vocabulary: [],
  graph: ['vocabulary'],
  load: ['graph', 'vocabulary'],
  analyses: ['graph', 'vocabulary'],
  audit: ['analyses', 'graph', 'vocabulary'],
  rules: ['rules-api.ts', 'index.ts'],
  diff: ['audit', 'analyses', 'graph', 'vocabulary'],
  draw: ['diff', 'rules', 'audit', 'analyses', 'graph', 'vocabulary'],
  report: ['diff', 'rules', 'audit', 'analyses', 'graph', 'vocabulary'],
  rewrite: ['audit', 'graph', 'vocabulary'],
  cli: [
    'pipeline.ts',
    'api.ts',
    'rewrite',
    'report',
    'draw',
    'diff',
    'rules',
    'audit',
    'analyses',
    'load',
    'graph',
    'vocabulary',
  ],
  'index.ts': ['vocabulary', 'graph'],
  'rules-api.ts': ['audit', 'analyses', 'graph', 'vocabulary', 'index.ts'],
  'testing.ts': ['rules-api.ts', 'index.ts', 'rules', 'audit', 'analyses', 'graph', 'vocabulary'],
  'config-api.ts': ['rules', 'audit', 'vocabulary'],
  'pipeline.ts': ['report', 'draw', 'diff', 'rules', 'audit', 'analyses', 'load', 'graph', 'vocabulary'],
  'api.ts': [
    'config-api.ts',
    'pipeline.ts',
    'report',
    'draw',
    'diff',
    'rules',
    'audit',
    'analyses',
    'load',
    'graph',
    'vocabulary',
  ],
} as const satisfies Record<string, readonly string[]>;

/** The builder fills the graph's document, whose words are the builder's: types may go up between these two. */
const sharedShapes = ['src/graph/architecture.ts', 'src/graph/problem.ts'];

/** A package is known to one part of the program; what is not listed is known to none. */
const packages: Readonly<Record<string, readonly string[]>> = {
  valibot: ['src/graph/', 'src/report/json/', 'src/report/part/'],
  '@valibot/to-json-schema': ['src/graph/', 'src/report/json/'],
  'oxc-transform': ['src/load/'],
  'quickjs-emscripten-core': ['src/load/'],
  '@jitl/quickjs-wasmfile-release-sync': ['src/load/'],
  '@jridgewell/trace-mapping': ['src/load/'],
  '@hpcc-js/wasm-graphviz': ['src/draw/layout/'],
  '@resvg/resvg-js': ['src/draw/png/'],
  'ts-morph': ['src/rewrite/'],
  chalk: ['src/report/terminal'],
  diff: ['src/report/patch/'],
  marked: ['src/report/'],
  stanchion: ['src/rules/'],
  'stanchion/rules': ['src/rules/'],
};

/** A configuration is wherever its user keeps it. */
const importsWhatIsNamed = 'src/load/config/import-module.ts';

export function isForbidden(edge: Import): boolean {
  if (edge.to === computed) return edge.from !== importsWhatIsNamed;
  if (edge.to.startsWith('node:')) return false;
  if (!edge.to.startsWith('src/')) return !(packages[edge.to] ?? []).some((place) => edge.from.startsWith(place));
  const [from, to] = [partOf(edge.from), partOf(edge.to)];
  if (from === to) return false;
  if (from === 'vocabulary' && edge.isTypeOnly && sharedShapes.includes(edge.to)) return false;
  return !(belowOf(from) ?? []).includes(to);
}

/** Whether the table knows a file's part at all. */
export function isPlaced(path: string): boolean {
  return belowOf(partOf(path)) !== undefined;
}

function belowOf(part: string): readonly string[] | undefined {
  return Object.hasOwn(below, part) ? below[part as keyof typeof below] : undefined;
}

function partOf(path: string): string {
  return path.split('/')[1] ?? path;
}
