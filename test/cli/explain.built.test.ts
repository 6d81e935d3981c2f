import { Ajv2020 } from 'ajv/dist/2020.js';
import { type BareFolder, servedFolder } from './built-command.js';
import { quiet, shop } from './failing-models.js';
import { thrower } from './models.js';

const loose = `import { defineConfig } from 'stanchion/config';
export default defineConfig({
  rules: {
    'transport/cert-expiry': { severity: 'medium', options: { days: 45 } },
    'data/backup-missing': 'off',
  },
  scopes: [{ kinds: ['server'], rules: { 'transport/cert-expiry': 'low' } }],
});
`;

let folder: BareFolder;
beforeAll(() => {
  folder = servedFolder({
    'shop.arch.ts': shop,
    'quiet.arch.ts': quiet,
    'twin.ts': shop.replace("'Twin shop', {", "'Twin shop', { environment: 'staging',"),
    'broken.ts': thrower,
    'loose.config.ts': loose,
  });
});
afterAll(() => folder.remove());

const explain = (...args: string[]) => folder.stanchion(['explain', ...args]);
const flat = (text: string) => text.replace(/\s+/g, ' ');

const findingOf = (mark: RegExp) => {
  const { audits } = JSON.parse(folder.stanchion(['audit', 'shop.arch.ts', '--json']).stdout);
  return audits[0].findings.find((finding: { mark: string }) => mark.test(finding.mark));
};

describe('it finds by itself what is meant', () => {
  test.each([
    ['front desk', "'front desk', server"],
    ['балансер', "'балансер', load balancer"],
    ['server-2/db', "'server-2/db', database"],
    ['user/visitor visits front desk/балансер', "'visitor' visits 'балансер': HTTPS"],
    ['Example Cloud', "'Example Cloud', provider"],
    ['provider/Example Cloud', "'Example Cloud', provider"],
  ])('%s', (subject, said) => {
    const { exitCode, stdout, stderr } = explain(subject, 'shop.arch.ts');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(flat(stdout)).toContain(said);
  });

  test('a finding by its mark, in either case, and by its handle, short or whole', () => {
    const { mark, message, handle, fingerprint, rule } = findingOf(/^H/);
    const asked = explain(mark, 'shop.arch.ts');
    expect(flat(asked.stdout)).toContain(message);
    expect(asked.stdout).toContain(`.accepts({ rule: '${rule}'`);
    expect(asked.stdout).toMatch(/> +\d+ │/);
    for (const name of [mark.toLowerCase(), handle, fingerprint, fingerprint.slice(0, 12)]) {
      expect(explain(name, 'shop.arch.ts')).toEqual(asked);
    }
  });

  test('a rule needs no model', () => {
    const { exitCode, stdout } = explain('availability/spof-load-balancer');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Remedy:');
  });
});

describe('a rule in a model', () => {
  const rule = 'availability/spof-load-balancer';

  test('the general text, what is in force, the outcome with counts, and the findings by mark and handle', () => {
    const { mark, handle, message } = findingOf(/^H/);
    const { rule: found } = findingOf(/^H/);
    const general = explain(found).stdout;
    const { exitCode, stdout, stderr } = explain(found, 'shop.arch.ts', 'quiet.arch.ts');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.startsWith(`${general}\nIN FORCE HERE\n\n  severity  `)).toBe(true);
    expect(stdout).toMatch(/^Twin shop +shop\.arch\.ts\n─+\nOutcome: finding \(\d+ findings?.*\)\.$/m);
    expect(flat(stdout)).toContain(`FINDINGS ${mark} ${handle} ${message}`);
    expect(stdout).toMatch(/^Quiet +quiet\.arch\.ts\n─+\nOutcome: /m);
    expect(explain(found, 'shop.arch.ts', 'quiet.arch.ts', '--model', 'Quiet').stdout).not.toContain('Twin shop');
  });

  test('severity and options as the configuration has them, and what it does not ask', () => {
    const asked = explain('cert-expiry', 'shop.arch.ts', '--config', 'loose.config.ts', '--today', '2026-11-21').stdout;
    expect(asked).toContain('\n  severity    medium\n  options     days: 45, longestDays: 398\n  in a scope  low\n');
    expect(asked).toContain('\nOutcome: pass (1 passed).\n');
    const off = explain('data/backup-missing', 'shop.arch.ts', '--config', 'loose.config.ts').stdout;
    expect(off).toContain('\n  severity  off\n');
    expect(off).toContain('\nIt is not asked here.\n');
  });

  test('a model that does not load is told, and the rule all the same', () => {
    const { exitCode, stdout, stderr } = explain(rule, 'broken.ts');
    expect(exitCode).toBe(2);
    expect(stdout).toContain('Remedy:');
    expect(stdout).not.toContain('Outcome');
    expect(stderr).toContain('out of paper');
  });

  test('as JSON too, as the schema says', () => {
    const { stdout } = explain(
      'cert-expiry',
      'shop.arch.ts',
      '--json',
      '--config',
      'loose.config.ts',
      '--today',
      '2027-01-01',
    );
    const document = JSON.parse(stdout);
    const schema = JSON.parse(folder.stanchion(['schema', 'explanation']).stdout);
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(document) || validate.errors).toBe(true);
    expect(document.inForce).toEqual({
      severity: 'medium',
      options: { days: 45, longestDays: 398 },
      scopes: [{ severity: 'low' }],
    });
    expect(document.models).toEqual([
      expect.objectContaining({
        model: { name: 'Twin shop', file: 'shop.arch.ts' },
        outcome: 'finding',
        findings: [expect.stringMatching(/^[0-9a-f]{6,}$/)],
        accepted: [],
      }),
    ]);
  });
});

describe('JSON', () => {
  test.each([
    ['балансер'],
    ['server-1'],
    ['user/visitor visits front desk/балансер'],
    ['provider/Example Cloud'],
    ['H1'],
  ])('of %s is what the schema says', (subject) => {
    const { exitCode, stdout } = explain(subject, 'shop.arch.ts', '--json');
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse(folder.stanchion(['schema', 'explanation']).stdout),
    );
    expect(exitCode).toBe(0);
    expect(validate(JSON.parse(stdout)) || validate.errors).toBe(true);
  });

  test('of what is exposed is what its schema says', () => {
    const { exitCode, stdout } = explain('shop.arch.ts', '--exposure', '--json');
    const schema = JSON.parse(folder.stanchion(['schema', 'exposure']).stdout);
    const validate = new Ajv2020({ strict: false }).compile({ ...schema, $schema: undefined });
    const document = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(document.internet).not.toEqual([]);
    expect(validate(document) || validate.errors).toBe(true);
  });

  test('of a rule too', () => {
    const document = JSON.parse(explain('data/backup-missing', '--json').stdout);
    expect(document).toMatchObject({
      format: 'stanchion-explanation',
      subject: 'rule',
      rule: { id: 'data/backup-missing' },
    });
    const schema = JSON.parse(folder.stanchion(['schema', 'explanation']).stdout);
    expect(new Ajv2020({ strict: false }).compile(schema)(document)).toBe(true);
  });
});

describe('several models', () => {
  test('what only one has is found there', () => {
    expect(explain('alone', 'shop.arch.ts', 'quiet.arch.ts').stdout).toContain('Quiet');
  });

  test('what several have is asked back, and --model says which', () => {
    expect(explain('zone a', 'shop.arch.ts', 'twin.ts')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        "error: 2 models have 'zone a'.\n  Say which is meant, with --model:\n  'Twin shop' in shop.arch.ts\n  'Twin shop staging' in twin.ts\n",
    });
    for (const name of ['twin.ts', 'Twin shop staging']) {
      const { exitCode, stdout } = explain('zone a', 'shop.arch.ts', 'twin.ts', '--model', name);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/^Twin shop +twin\.ts$/m);
    }
  });
});

describe('misuse and bad input end with 2', () => {
  test.each([
    [
      ['front dsk', 'shop.arch.ts'],
      "error: 'front dsk' is no rule, and no finding, element or flow of the model 'Twin shop'.\n  Did you mean 'front desk'?\n",
    ],
    [
      ['data/backup-mising', 'shop.arch.ts'],
      "error: 'data/backup-mising' is no rule, and no finding, element or flow of the model 'Twin shop'.\n  Did you mean 'data/backup-missing'?\n",
    ],
    [['H99', 'quiet.arch.ts'], "error: 'H99' is the mark of no finding.\n  The marks are L1 and L2.\n"],
    [
      ['shop.arch.ts'],
      "error: 'shop.arch.ts' is a file, and nothing to be explained.\n  Write: stanchion explain SUBJECT shop.arch.ts\n",
    ],
  ])('%j', (args, said) => {
    const files = args.length === 1 ? ['quiet.arch.ts'] : [];
    expect(explain(...args, ...files)).toEqual({ exitCode: 2, stdout: '', stderr: said });
  });

  test('a name that several elements have', () => {
    const { exitCode, stderr } = explain('db', 'shop.arch.ts');
    expect(exitCode).toBe(2);
    expect(stderr).toContain("'server-1/db'\n  'server-2/db'");
  });

  test('a model that does not load is told, and nothing else is', () => {
    const { exitCode, stdout, stderr } = explain('alone', 'broken.ts');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('out of paper');
    expect(stderr).not.toContain('alone');
  });

  test('what reads like a rule is taken for one where no model loads', () => {
    const { exitCode, stderr } = explain('data/backup-mising', 'broken.ts');
    expect(exitCode).toBe(2);
    expect(stderr).toContain("error: 'data/backup-mising' is no rule.\n  Did you mean 'data/backup-missing'?\n");
  });
});
