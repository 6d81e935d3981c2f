import { run } from '../../src/cli/run.js';
import type { Surroundings } from '../../src/cli/surroundings.js';
import { fakeSurroundings } from './fake-surroundings.js';

async function stanchion(args: readonly string[], changes: Partial<Surroundings> = {}) {
  const surroundings = fakeSurroundings(changes);
  const exitCode = await run(args, surroundings);
  return { exitCode, ...surroundings.printed };
}

const names = ['audit', 'render', 'report', 'diff', 'gate', 'simulate', 'explain', 'rules', 'schema'];

describe('help', () => {
  test.each([['--help'], ['-h'], ['help']])('%s lists the commands', async (asked) => {
    const { exitCode, stdout, stderr } = await stanchion([asked]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const command of names) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('Examples');
  });

  test.each(names)('%s has its own, with examples', async (command) => {
    const asked = await stanchion([command, '--help']);
    expect(asked.exitCode).toBe(0);
    expect(asked.stdout).toContain(`Usage: stanchion ${command}`);
    expect(asked.stdout).toMatch(new RegExp(`Examples\n {2}stanchion ${command}`));
    expect(asked.stdout).toContain('--help, -h');
    expect(await stanchion(['help', command])).toEqual(asked);
    expect(await stanchion([command, 'some-file.ts', '-h'])).toEqual(asked);
  });

  test('what an example does stands below a long line, in one piece', async () => {
    const { stdout } = await stanchion(['gate', '--help']);
    expect(stdout).toContain('--base origin/main     what a pull request changes\n');
    expect(stdout).toContain('--format sarif=out/gate.sarif --picture\n      a comment with a picture, and a file');
  });

  test('no line is wider than 140 characters', async () => {
    const texts = await Promise.all(names.map((name) => stanchion([name, '-h'])));
    const lines = [...texts.map(({ stdout }) => stdout), (await stanchion(['-h'])).stdout].join('\n').split('\n');
    expect(lines.filter((line) => line.length > 140)).toEqual([]);
  });
});

test('the version', async () => {
  expect((await stanchion(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+/);
});

describe('misuse ends with 2, says why on standard error, and names the nearest', () => {
  test.each([
    [['adit'], "error: 'adit' is no command.\n  Did you mean 'audit'?\n"],
    [['deploy'], "error: 'deploy' is no command.\n  See: stanchion --help\n"],
    [['constructor'], "error: 'constructor' is no command.\n  See: stanchion --help\n"],
    [['--vrsion'], "error: 'stanchion' has no flag '--vrsion'.\n  Did you mean '--version'?\n"],
    [
      ['schema', 'x.ts'],
      "error: 'x.ts' is no schema.\n  There are graph, audit, diff, gate, simulation, explanation, exposure, spans, load, framework.\n",
    ],
    [['schema', 'simulatoin'], "error: 'simulatoin' is no schema.\n  Did you mean 'simulation'?\n"],
    [['schema', 'graph', 'audit'], 'error: One schema is printed at a time.\n  Write: stanchion schema graph\n'],
    [['simulat'], "error: 'simulat' is no command.\n  Did you mean 'simulate'?\n"],
    [['explain'], 'error: Nothing is named that could be explained.\n  Write: stanchion explain SUBJECT [FILES]\n'],
    [
      ['simulate', '--each', '--fail', 'lb'],
      "error: '--fail' and '--each' ask for different things.\n  Name what fails, or have everything tried: one of the two.\n",
    ],
    [
      ['simulate', '--on', '2027-02-30'],
      "error: '--on 2027-02-30' is no day.\n  Write it as year-month-day: --on 2026-01-31\n",
    ],
    [['help', 'adit'], "error: 'adit' is no command.\n  Did you mean 'audit'?\n"],
    [['\u001b[2J'], "error: '\\u001b[2J' is no command.\n  See: stanchion --help\n"],
  ])('%j', async (args, said) => {
    expect(await stanchion(args)).toEqual({ exitCode: 2, stdout: '', stderr: said });
  });

  test('no command at all shows the commands', async () => {
    const { exitCode, stdout, stderr } = await stanchion([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('No command is named.');
    expect(stderr).toContain('audit');
  });
});

test('a defect of ours is told as one, with its stack', async () => {
  const { exitCode, stderr, stdout } = await stanchion(['schema'], {
    stdout: {
      isTerminal: false,
      columns: undefined,
      write: () => {
        throw new TypeError('planted');
      },
    },
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain('Please report it');
  expect(stderr).toContain('TypeError: planted');
  expect(stderr).toMatch(/\n {4}at /);
});

test.each([[], ['graph'], ['audit'], ['simulation'], ['explanation']])('the schema %j is JSON', async (...name) => {
  const { exitCode, stdout } = await stanchion(['schema', ...name]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringContaining('json-schema.org') });
});

test('a rule is explained as the list of rules tells it', async () => {
  const asked = await stanchion(['rules', 'data/backup-missing']);
  expect(await stanchion(['explain', 'data/backup-missing'])).toEqual(asked);
  expect(await stanchion(['explain', 'backup-missing'])).toEqual(asked);
});
