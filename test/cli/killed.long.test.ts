import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, bareFolder, command, plainEnvironment } from './built-command.js';
import { fragile } from './models.js';

/** Commands are killed at random moments, and run beside each other: what lies on the disk is old or new, never half. */

const deaths = 100;
const names = ['one', 'two', 'three'];
const today = ['--today', '2026-11-21'];
const formats = ['json', 'sarif', 'junit', 'markdown'].flatMap((name) => ['--format', `${name}=out/told.${name}`]);

/** Every command that writes, and what a run of it may leave behind. */
const writers = {
  audit: ['audit', ...formats, ...today],
  render: ['render', '--view', 'overview', '--out', 'out', ...today],
  baseline: ['audit', '--write-baseline', '--baseline', 'out/baseline.json', ...today],
  gate: ['gate', '--base', './old', '--picture', '--out', 'out', ...formats, ...today],
};
type Writer = keyof typeof writers;

/** Two states of the models, that every output tells apart. */
const states = ['nginx', 'another web server'];

function change(folder: BareFolder, state: string, models = 'models'): void {
  for (const name of names)
    folder.write(`${models}/${name}.ts`, fragile.replaceAll('Fragile', name).replaceAll('nginx', state));
}

/** What is seen below out/: temporary files are hidden, and are left only by whoever was killed. */
function outputs({ path }: BareFolder): Map<string, string> {
  const root = join(path, 'out');
  if (!existsSync(root)) return new Map();
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const seen = files.filter(({ name }) => !/^\..*\.tmp$/.test(name)).map((entry) => join(entry.parentPath, entry.name));
  return new Map(seen.sort().map((file) => [file.slice(root.length + 1), readFileSync(file, 'utf8')]));
}

let folder: BareFolder;
beforeEach(() => {
  folder = bareFolder();
  change(folder, 'what the base has', 'old/models');
});
afterEach(() => folder.remove());

/** What whole runs write, by command and state, and how long they take. */
function expectedOf(writer: Writer): { texts: Map<string, string>[]; milliseconds: number } {
  const start = Date.now();
  const texts = states.map((state) => {
    rmSync(join(folder.path, 'out'), { recursive: true, force: true });
    change(folder, state);
    folder.stanchion([...writers[writer], '--no-cache']);
    return outputs(folder);
  });
  return { texts, milliseconds: (Date.now() - start) / states.length };
}

function start(args: readonly string[]): { child: ChildProcess; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: folder.path,
    env: plainEnvironment(folder.path),
    stdio: 'ignore',
  });
  return { child, ended: new Promise((settle) => child.once('exit', settle)) };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, milliseconds));
}

/** The same in every run (a linear congruential generator): how long the machine takes makes chance enough. */
function chance(): () => number {
  let state = 20261121;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

test.each(Object.keys(writers) as Writer[])(
  '%s, killed at any moment, leaves old files or new ones',
  async (writer) => {
    const { texts, milliseconds } = expectedOf(writer);
    expect([...(texts[0]?.keys() ?? [])].length).toBeGreaterThan(0);
    const random = chance();
    let killed = 0;
    for (let run = 0; run < Math.ceil(deaths / 4); run++) {
      const wanted = run % 2;
      change(folder, states[wanted] ?? '');
      const { child, ended } = start(writers[writer]);
      await pause(random() * milliseconds);
      child.kill('SIGKILL');
      if ((await ended) === null) killed += 1;
      for (const [file, text] of outputs(folder)) expect(texts.map((whole) => whole.get(file))).toContain(text);
      // What was kept by a run that was killed is right or is not used.
      if (run % 5 === 4) {
        await start(writers[writer]).ended;
        expect(outputs(folder)).toEqual(texts[wanted]);
      }
    }
    expect(killed).toBeGreaterThan(deaths / 10);
  },
);

test.each(Object.keys(writers) as Writer[])('%s, two at once, are both right', async (writer) => {
  const { texts } = expectedOf(writer);
  for (let pair = 0; pair < 10; pair++) {
    change(folder, states[pair % 2] ?? '');
    if (pair % 3 === 0) rmSync(join(folder.path, '.home'), { recursive: true, force: true });
    const both = await Promise.all([start(writers[writer]).ended, start(writers[writer]).ended]);
    const [first] = both;
    expect(both).toEqual([first, first]);
    expect(first).not.toBe(2);
    expect(outputs(folder)).toEqual(texts[pair % 2]);
  }
});
