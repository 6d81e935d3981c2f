import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';
import { gate } from '../../src/cli/commands/gate.js';
import { commands } from '../../src/cli/commands/index.js';
import { parseRequest } from '../../src/cli/parse-request.js';
import { fakeSurroundings } from '../cli/fake-surroundings.js';
import { blocksOf, readPage } from '../docs/read-page.js';
import { action, type Step } from './action-file.js';
import { commandLines } from './command-lines.js';

const page = readPage('docs/ci.md');
const files = blocksOf(page, 'yaml').map((text) => ({ text, parsed: parse(text) as Record<string, unknown> }));
const workflows = files.filter(({ parsed }) => 'jobs' in parsed);

function stepsOf(parsed: Record<string, unknown>): readonly Step[] {
  return Object.values(parsed.jobs as Record<string, { steps: Step[] }>).flatMap(({ steps }) => steps);
}

/** Every script of the page, by what runs it. */
const scripts = [
  ...blocksOf(page, 'bash'),
  ...workflows.flatMap(({ parsed }) => stepsOf(parsed).flatMap(({ run }) => run ?? [])),
  ...files.flatMap(({ parsed }) =>
    Object.values(parsed).flatMap((job) => ((job as { script?: string[] } | null)?.script ?? []) as string[]),
  ),
  ...blocksOf(page, 'groovy').flatMap((text) =>
    [...text.matchAll(/sh '''([\s\S]*?)'''/g)].map(([, script = '']) => script.replaceAll('\\\\', '\\')),
  ),
];

test('there is a file for each of them', () => {
  expect(workflows.length).toBeGreaterThanOrEqual(3);
  expect(files.length).toBeGreaterThanOrEqual(6);
  expect(scripts.length).toBeGreaterThanOrEqual(10);
  for (const text of blocksOf(page, 'json')) expect(JSON.parse(text)).toBeInstanceOf(Object);
});

test.each(scripts)('the shell reads: %s', (script) => {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

/** With what stands in no script of its own: entries of hooks, commands of targets. */
const calls = [...scripts, ...[...blocksOf(page, 'yaml'), ...blocksOf(page, 'json')].flatMap(entries)].flatMap(
  commandLines,
);

function entries(text: string): readonly string[] {
  return [...text.matchAll(/(?:entry: |"command": ")([^"\n]*)/g)].map(([, entry = '']) => entry);
}

test.each(calls.map((words) => [words.join(' '), words] as const))(
  'the command knows: %s',
  (_, [name = '', ...args]) => {
    const command = commands[name];
    expect(command).toBeDefined();
    expect(() => command && parseRequest(name, command, args, fakeSurroundings())).not.toThrow();
  },
);

test('a flag that there is none of would be noticed', () => {
  const [[name = '', ...args] = []] = commandLines(
    'npx stanchion gate --base "origin/$x" \\\n  --fail-onn high || code=$?',
  );
  expect([name, ...args]).toEqual(['gate', '--base', 'origin/$x', '--fail-onn', 'high']);
  expect(() => parseRequest(name, gate, args, fakeSurroundings())).toThrow();
  expect(calls.length).toBeGreaterThanOrEqual(8);
});

test('in workflows, actions are pinned, inputs are those of the action, and no script has anything put into it', () => {
  const steps = workflows.flatMap(({ parsed }) => stepsOf(parsed));
  const used = steps.flatMap(({ uses }) => uses ?? []);
  expect(used.filter((uses) => !/^(OWNER\/stanchion@COMMIT|actions\/[\w-]+@[0-9a-f]{40})$/.test(uses))).toEqual([]);
  const own = steps.filter(({ uses }) => uses?.startsWith('OWNER/'));
  expect(own.flatMap(({ with: given = {} }) => Object.keys(given)).filter((name) => !action.inputs[name])).toEqual([]);
  expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  expect(files.filter(({ parsed }) => JSON.stringify(parsed.on ?? '').includes('pull_request_target'))).toEqual([]);
});

test('the table of inputs names them all', () => {
  const named = page.flatMap(({ rows }) => rows).flatMap(([cell = '']) => [...cell.matchAll(/`([\w-]+)`/g)]);
  const told = named.map(([, name = '']) => name);
  expect(Object.keys(action.inputs).filter((name) => !told.includes(name))).toEqual([]);
});
