import { defineConfig } from 'stanchion/config';
import { checkConfig } from '../../../src/audit/config/check-config.js';
import { setupOf } from '../../../src/audit/config/setup-of.js';
import { recommendedVersions as versions } from '../../../src/audit/recommended-versions.js';
import { rules as builtIn } from '../../../src/rules/index.js';
import type { Rule } from '../../../src/rules-api.js';
import { speaksOf } from '../rules.js';

const own = speaksOf(['server'], { id: 'acme/speaks' });
const check = (given: unknown) => checkConfig(given, { builtIn, versions });
const told = (given: unknown) => check(given).problems.map(({ message, hint }) => [message, hint].join(' ').trim());

test('what is right is taken as it is', () => {
  const { config, problems } = check(
    defineConfig({
      models: ['models', 'more/*.ts'],
      preset: 'security',
      rules: {
        'hygiene/missing-owner': 'off',
        'transport/cert-expiry': { severity: 'low', options: { days: 45 } },
        'hygiene/orphan-node': undefined,
      },
      scopes: [
        { kinds: ['server'], tags: ['old'], paths: ['inside/**'], environments: ['test'], files: ['a/*'], rules: {} },
      ],
      ownRules: [own, [{ ...own, id: 'acme/other' }]],
      baseline: 'known.json',
      failOn: 'never',
      gate: {
        failOn: 'medium',
        rules: { 'hygiene/missing-owner': 'never', 'network/tier-skipped': 'low' },
        newSinglePoints: 0,
        objectives: 'tell',
        exposure: 'fail',
        weakening: 'tell',
        waivers: 'tell',
      },
    }),
  );
  expect(problems).toEqual([]);
  expect(config).toMatchObject({
    models: ['models', 'more/*.ts'],
    preset: 'security',
    severities: { 'hygiene/missing-owner': 'off', 'transport/cert-expiry': 'low' },
    options: { 'transport/cert-expiry': { days: 45 } },
    baseline: 'known.json',
    failOn: 'never',
    gate: {
      failOn: 'medium',
      newSinglePoints: 0,
      objectives: 'tell',
      exposure: 'fail',
      weakening: 'tell',
      waivers: 'tell',
    },
  });
  expect([...config.gate.failOnRules]).toEqual([
    ['hygiene/missing-owner', 'never'],
    ['network/tier-skipped', 'low'],
  ]);
  expect(config.ownRules.map(({ id }) => id)).toEqual(['acme/speaks', 'acme/other']);
  expect(config.scopes).toEqual([
    {
      kinds: ['server'],
      tags: ['old'],
      paths: ['inside/**'],
      environments: ['test'],
      files: ['a/*'],
      severities: {},
      options: {},
    },
  ]);
});

test('nothing need be said', () => {
  expect(check({})).toMatchObject({ config: { models: undefined, preset: undefined, scopes: [] }, problems: [] });
});

test.each<[unknown, RegExp]>([
  [undefined, /no default export/],
  [null, /is no object/],
  [[], /is no object/],
  [{ preste: 1 }, /no setting 'preste'. Did you mean 'preset'\?/],
  [{ preset: 'secrity' }, /no preset 'secrity'. Did you mean 'security'\?/],
  [{ preset: 3 }, /no preset '3'/],
  [{ models: 'models' }, /'models' has to be a list of texts/],
  [{ models: [''] }, /'models' has to be a list of texts/],
  [{ baseline: 3 }, /'baseline' has to be a text/],
  [{ failOn: 'hihg' }, /no failOn 'hihg'. Did you mean 'high'\?/],
  [{ rules: [] }, /'rules' has to be an object/],
  [{ rules: { 'acme/speaks': 'low' } }, /no rule 'acme\/speaks'/],
  [{ rules: { 'spof-node': 'low' } }, /Did you mean 'availability\/spof-node'\?/],
  [{ rules: { 'hygiene/waiver': 3 } }, /'hygiene\/waiver' has to be a severity/],
  [{ rules: { 'hygiene/waiver': 'lwo' } }, /no severity 'lwo'. Did you mean 'low'\?/],
  [{ rules: { 'hygiene/waiver': { severty: 'low' } } }, /Did you mean 'severity'\?/],
  [{ rules: { 'hygiene/waiver': { options: 3 } } }, /options of hygiene\/waiver have to be an object/],
  [
    { rules: { 'transport/cert-expiry': { options: { days: 'x' } } } },
    /'days' of transport\/cert-expiry has to be a number/,
  ],
  [{ scopes: {} }, /'scopes' has to be a list/],
  [{ scopes: [3] }, /A scope has to be an object/],
  [{ scopes: [{ rules: {} }] }, /A scope says for what it is meant/],
  [{ scopes: [{ kind: ['server'], tags: ['x'], rules: {} }] }, /Did you mean 'kinds'\?/],
  [{ scopes: [{ kinds: ['serfer'], rules: {} }] }, /no kind 'serfer'. Did you mean 'server'\?/],
  [{ scopes: [{ environments: ['prod'], rules: {} }] }, /no environment 'prod'/],
  [{ ownRules: own }, /'ownRules' has to be a list/],
  [{ ownRules: [{ id: 'acme/x' }] }, /Own rule 1 is none: make it with defineRule/],
  [{ ownRules: [own, [own]] }, /Two own rules have the id 'acme\/speaks'/],
  [
    { ownRules: [{ ...own, id: 'hygiene/waiver', family: 'hygiene' }] },
    /'hygiene\/waiver' is in a family of the program's/,
  ],
  [{ ownRules: [{ ...own, id: 'transport/twice', family: 'transport' }] }, /is in a family of the program's\. Take/],
  [{ gate: 'high' }, /'gate' has to be an object/],
  [{ gate: { failsOn: 'high' } }, /no setting of the gate 'failsOn'. Did you mean 'failOn'\?/],
  [{ gate: { failOn: 'hihg' } }, /no failOn 'hihg'. Did you mean 'high'\?/],
  [{ gate: { rules: [] } }, /'rules' has to be an object/],
  [{ gate: { rules: { 'spof-node': 'low' } } }, /Did you mean 'availability\/spof-node'\?/],
  [{ gate: { rules: { 'hygiene/waiver': 'off' } } }, /no hygiene\/waiver 'off'. One of these/],
  [{ gate: { newSinglePoints: -1 } }, /'newSinglePoints' has to be a whole number, 0 or more/],
  [{ gate: { newSinglePoints: '1' } }, /'newSinglePoints' has to be a whole number/],
  [{ gate: { waivers: 'refuse' } }, /no waivers 'refuse'. One of these: fail, tell/],
  [{ ownRule: [own], rules: { 'acme/speaks': 'low', 'acme/other': 'low' } }, /Did you mean 'ownRules'\?/],
  [{ ownRules: [{}], rules: { 'acme/speaks': 'low' } }, /Own rule 1 is none/],
])('%j', (given, message) => {
  expect(told(given).join('\n')).toMatch(message);
  expect(told(given)).toHaveLength(1);
});

test('everything that is wrong is told at once', () => {
  expect(told({ preste: 1, preset: 'x', models: 3, rules: { 'a/b': 'low' } })).toHaveLength(4);
});

test.each<[unknown, object]>([
  [{ preste: 1 }, { at: ['preste'], isName: true }],
  [{ failOn: 'hihg' }, { at: ['failOn'], hint: "Did you mean 'high'?" }],
  [{ failOn: 'hi' }, { at: ['failOn'], hint: 'One of these: critical, high, medium, low, never.' }],
  [{ rules: { 'a/b': 'low' } }, { at: ['rules', 'a/b'], isName: true }],
  [{ rules: { 'hygiene/waiver': 'lwo' } }, { at: ['rules', 'hygiene/waiver'] }],
  [{ rules: { 'hygiene/waiver': { severity: 'lwo' } } }, { at: ['rules', 'hygiene/waiver', 'severity'] }],
  [
    { rules: { 'transport/cert-expiry': { options: { dais: 3 } } } },
    { at: ['rules', 'transport/cert-expiry', 'options', 'dais'], isName: true },
  ],
  [
    { rules: { 'transport/cert-expiry': { options: { days: 'x' } } } },
    { at: ['rules', 'transport/cert-expiry', 'options', 'days'], isName: false },
  ],
  [
    {
      scopes: [
        { tags: ['x'], rules: {} },
        { tags: ['x'], tag: 3 },
      ],
    },
    { at: ['scopes', 1, 'tag'], isName: true },
  ],
  [{ gate: { rules: { 'hygiene/waiver': 'x' } } }, { at: ['gate', 'rules', 'hygiene/waiver'] }],
  [{ scopes: [{ tags: ['x'], rules: {} }, { rules: {} }] }, { at: ['scopes', 1] }],
  [{ scopes: [{ kinds: ['server', 'serfer'], rules: {} }] }, { at: ['scopes', 0, 'kinds', 1] }],
  [{ scopes: [{ tags: ['x'], rules: { 'hygiene/waiver': 3 } }] }, { at: ['scopes', 0, 'rules', 'hygiene/waiver'] }],
  [{ ownRules: [own, [own]] }, { at: ['ownRules', 1] }],
])('%j: the place', (given, place) => {
  expect(check(given).problems).toMatchObject([place]);
});

test('what is wrong is left out, and the rest stays', () => {
  const { config } = check({
    models: ['models', 3],
    preset: 'secrity',
    failOn: 'hihg',
    baseline: '',
    rules: {
      'hygiene/waiver': 'lwo',
      'hygiene/missing-owner': 'low',
      'transport/cert-expiry': { severity: 'low', options: { days: 'x' } },
    },
    scopes: [{ tags: ['old', ''], kinds: ['server'], rules: {} }],
  });
  expect(config).toEqual({
    models: undefined,
    preset: undefined,
    failOn: undefined,
    baseline: undefined,
    ownRules: [],
    severities: { 'hygiene/missing-owner': 'low', 'transport/cert-expiry': 'low' },
    options: {},
    gate: { failOnRules: new Map() },
    scopes: [{ kinds: ['server'], severities: {}, options: {} }],
  });
});

test('a missing export is told with what to write', () => {
  const hint = 'Write: export default defineConfig({ … })';
  expect(check(undefined).problems).toMatchObject([{ message: 'The configuration has no default export.', hint }]);
});

test('a rule that is switched off stays so without options, and a model is named from the folder of the configuration', () => {
  const quiet: Rule = { ...own, recommended: false };
  const { config } = check({ ownRules: [quiet] });
  const { settings } = setupOf(config, 'recommended', builtIn, versions);
  expect(settings).toMatchObject({ folder: '', options: {} });
  expect(settings.severities?.['acme/speaks']).toBe('off');
});

test('a rule that is given options is asked, also where the preset leaves it out', () => {
  const quiet: Rule = { ...own, recommended: false, options: { least: 1 } };
  const setup = (given: object) => {
    const { config } = check({ ownRules: [quiet], ...given });
    return setupOf(config, 'recommended', builtIn, versions).settings.severities?.['acme/speaks'];
  };
  expect(setup({})).toBe('off');
  expect(setup({ rules: { 'acme/speaks': { options: { least: 2 } } } })).toBe('high');
  expect(setup({ rules: { 'acme/speaks': { severity: 'off', options: { least: 2 } } } })).toBe('off');
  expect(setup({ rules: { 'acme/speaks': 'low' } })).toBe('low');
});

test('the compiler knows rules and options', () => {
  // @ts-expect-error: no such rule
  defineConfig({ rules: { 'transport/cert-expiri': 'low' } });
  defineConfig({
    rules: {
      // @ts-expect-error: no such option
      'transport/cert-expiry': { options: { dais: 3 } },
      // @ts-expect-error: it is a number
      'transport/cert-key-shared': { options: { hosts: 'three' } },
      // @ts-expect-error: it has no options
      'hygiene/waiver': { options: { days: 3 } },
    },
    // @ts-expect-error: no such preset
    preset: 'recomended',
  });
});
