import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type BareFolder, servedFolder } from './built-command.js';
import { quiet, shop } from './failing-models.js';
import { empty, thrower } from './models.js';

let folder: BareFolder;
beforeAll(() => {
  folder = servedFolder({
    'shop.arch.ts': shop,
    'quiet.arch.ts': quiet,
    'empty.arch.ts': empty,
    'broken.ts': thrower,
    'models/shop.ts': shop,
    'models/quiet.ts': quiet,
  });
});
afterAll(() => folder.remove());

const simulate = (...args: string[]) => folder.stanchion(['simulate', ...args]);
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('what is printed', () => {
  test('every single failure, where nothing else is asked for', () => {
    const asked = simulate('shop.arch.ts');
    expect(asked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(flat(asked.stdout)).toContain(
      "The widest is 'балансер': without it 'visitor' can no longer read from or write to",
    );
    expect(simulate('shop.arch.ts', '--each')).toEqual(asked);
  });

  test('what is named by id, by name, by tier or as a provider fails', () => {
    const verdict = (...names: string[]) =>
      flat(simulate('shop.arch.ts', ...names.flatMap((name) => ['--fail', name])).stdout).match(
        /When .*? fail[s ]/,
      )?.[0];
    expect(verdict('server-1/db')).toBe("When 'server-1/db' fails");
    expect(verdict('front desk')).toBe("When 'front desk' fails");
    expect(verdict('балансер', 'zone a')).toBe("When 'балансер' and 'zone a' fail ");
    expect(verdict('server')).toBe("When 'server-1' and 'server-2' fail ");
    expect(verdict('server/app')).toBe("When 'server-1/app' and 'server-2/app' fail ");
    expect(verdict('provider/Example Cloud')).toBe("When 'Example Cloud' fails");
  });

  test('what has run out by a day', () => {
    expect(flat(simulate('shop.arch.ts', '--on', '2027-02-01').stdout)).toContain(
      "On 2027-02-01, when 'www' has run out, nothing works any more",
    );
    expect(simulate('shop.arch.ts', '--on', '2027-02-01').stdout).toContain(
      "'www', certificate, ran out on 2027-01-31",
    );
    expect(simulate('shop.arch.ts', '--on', '2027-01-31').stdout).toContain('By 2027-01-31 nothing has run out.');
    expect(flat(simulate('shop.arch.ts', '--each', '--on', '2027-02-01').stdout)).toContain('BROKEN AS MODELLED');
  });

  test('the models in the folder models; those without the element are left out, and named', () => {
    const { exitCode, stdout, stderr } = folder.stanchion(['simulate', '--fail', 'zone a']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Twin shop');
    expect(stdout).not.toContain('Quiet');
    expect(stderr).toBe("Left out, as they have no 'zone a': Quiet.\n");
    expect(folder.stanchion(['simulate', '--model', 'quiet.ts']).stdout).toMatch(/^Quiet/);
  });

  test('an empty model, and one without journeys', () => {
    expect(simulate('empty.arch.ts')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(flat(simulate('quiet.arch.ts').stdout)).toContain('there is no journey that could break');
    expect(flat(simulate('quiet.arch.ts', '--fail', 'alone').stdout)).toContain(
      "When 'alone' fails, no journey breaks, as the model shows no way from a user to a store. 1 element stops with it.",
    );
  });
});

describe('JSON', () => {
  const validate = () => {
    const schema = JSON.parse(folder.stanchion(['schema', 'simulation']).stdout);
    return new Ajv2020({ strict: false }).compile(schema);
  };

  test.each([
    [['shop.arch.ts']],
    [['shop.arch.ts', '--pairs']],
    [['shop.arch.ts', '--each', '--pairs', '--on', '2027-02-01']],
    [['shop.arch.ts', '--fail', 'server']],
    [['shop.arch.ts', '--on', '2027-02-01']],
    [['empty.arch.ts']],
    [['quiet.arch.ts', '--fail', 'nginx']],
    [['shop.arch.ts', 'quiet.arch.ts']],
  ])('of %j is what the schema says', (args) => {
    const { exitCode, stdout, stderr } = simulate(...args, '--json');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const check = validate();
    expect(check(JSON.parse(stdout)) || check.errors).toBe(true);
  });

  test('one model is one object, several are a list, none that loads is an empty list', () => {
    expect(JSON.parse(simulate('shop.arch.ts', '--json').stdout)).toMatchObject({ format: 'stanchion-simulation' });
    expect(JSON.parse(simulate('shop.arch.ts', 'quiet.arch.ts', '--json').stdout)).toHaveLength(2);
    // What is asked for decides, not what loads.
    expect(JSON.parse(simulate('shop.arch.ts', 'broken.ts', '--json').stdout)).toMatchObject([
      { format: 'stanchion-simulation' },
    ]);
    const broken = simulate('broken.ts', '--json');
    expect(broken.exitCode).toBe(2);
    expect(JSON.parse(broken.stdout)).toEqual([]);
  });

  test('the same for the graph of the model', () => {
    const document = {
      format: 'stanchion-architecture',
      version: 1,
      name: 'Graph',
      facts: {},
      elements: [
        { id: 'u', kind: 'user', name: 'u', facts: {} },
        { id: 'w', kind: 'webServer', name: 'w', facts: {} },
        { id: 'd', kind: 'database', name: 'd', facts: {} },
      ],
      flows: [
        { id: 'u visits w', verb: 'visits', from: 'u', to: 'w', facts: {} },
        { id: 'w calls d', verb: 'reads', from: 'w', to: 'd', facts: {} },
      ],
      pools: [],
      clusters: [],
      journeys: [],
      waivers: [],
    };
    folder.write('graph.json', JSON.stringify(document));
    const { stdout, stderr } = simulate('graph.json', '--each', '--json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).journeys).toMatchObject([
      { id: 'u reads d', mode: 'read', state: 'works', singlePoints: [['u'], ['w'], ['d']], pairs: [] },
    ]);
  });
});

describe('misuse and bad input end with 2', () => {
  test.each([
    [
      ['--fail', 'front dsk'],
      "error: 'front dsk' is no element of the model 'Twin shop'.\n  Did you mean 'front desk'?\n",
    ],
    [['--fail', 'qqqqqqqqqq'], "error: 'qqqqqqqqqq' is no element of the model 'Twin shop'.\n"],
    [
      ['--fail', 'db'],
      "error: 'db' is the name of 2 elements.\n  Name one by its id:\n  'server-1/db'\n  'server-2/db'\n  All of a tier: 'server/db'\n",
    ],
    [['--model', 'Twin shp'], "error: 'Twin shp' is the name of none of these models.\n  Did you mean 'Twin shop'?\n"],
    [['--fail'], "error: '--fail' needs a value.\n  Write: --fail ELEMENT\n"],
    [['--on', 'tomorrow'], "error: '--on tomorrow' is no day.\n  Write it as year-month-day: --on 2026-01-31\n"],
    [
      ['--pairs', '--fail', 'db'],
      "error: '--fail' and '--pairs' ask for different things.\n  Name what fails, or have everything tried: one of the two.\n",
    ],
  ])('%j', (args, said) => {
    expect(simulate('shop.arch.ts', ...args)).toEqual({ exitCode: 2, stdout: '', stderr: said });
  });

  test('a model that does not load is told, and the others are answered', () => {
    const { exitCode, stdout, stderr } = simulate('broken.ts', 'shop.arch.ts');
    expect(exitCode).toBe(2);
    expect(stdout).toContain('Twin shop');
    expect(stderr).toContain('out of paper');
  });

  test('names that no one model has together', () => {
    const { exitCode, stderr } = simulate('shop.arch.ts', 'quiet.arch.ts', '--fail', 'alone', '--fail', 'zone a');
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "error: No model has all of 'alone' and 'zone a'.\n" });
  });
});

describe('pictures', () => {
  test('of what fails, beside the other pictures of the model', () => {
    const { exitCode, stdout } = simulate('shop.arch.ts', '--fail', 'server-1', '--picture');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Twin shop[\s\S]*\nDrawn: output\/twin-shop\/failure\.svg\n$/);
    expect(readFileSync(join(folder.path, 'output/twin-shop/failure.svg'), 'utf8')).toContain('</svg>');
  });

  test('JSON stays JSON, and the file is named on standard error', () => {
    const args = ['--on', '2027-02-01', '--picture', '--json', '--out', 'elsewhere'];
    const { stdout, stderr } = simulate('shop.arch.ts', ...args);
    expect(JSON.parse(stdout)).toMatchObject({ on: '2027-02-01' });
    expect(stderr).toBe('elsewhere/twin-shop/failure.svg\n');
  });

  test('of everything at once there is none', () => {
    expect(simulate('shop.arch.ts', '--picture')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'error: A picture shows what fails together.\n  Name it: --picture --fail ELEMENT\n',
    });
  });
});

test('no colour in a pipe, some where it is forced', () => {
  const start = '\u001b[';
  expect(simulate('shop.arch.ts').stdout).not.toContain(start);
  const forced = folder.stanchion(['simulate', 'shop.arch.ts'], { env: { FORCE_COLOR: '1' } });
  expect(forced.stdout).toContain(start);
  expect(folder.stanchion(['simulate', 'shop.arch.ts', '--json'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(
    start,
  );
});
