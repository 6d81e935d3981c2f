import { writeFileSync } from 'node:fs';
import { presetNames } from '../../src/audit/preset-names.js';
import { failsFrom, presetAbout, presetSettings } from '../../src/audit/presets.js';
import { recommendedVersions } from '../../src/audit/recommended-versions.js';
import { type PinnedRules, pinnedRules } from '../../src/audit/versions.js';
import { rules } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules-api.js';
import { speaksOf } from './rules.js';

/** The rules that a preset asks. */
function asked(preset: string, builtIn: readonly Rule[] = rules, own: readonly Rule[] = []): readonly string[] {
  const { severities = {} } = presetSettings(preset, builtIn, own, recommendedVersions);
  return [...builtIn, ...own].map(({ id }) => id).filter((id) => severities[id] !== 'off');
}

// `UPDATE_GOLDEN=1 npm test -- test/audit/presets` writes it anew. With a new major version a further entry is begun by hand.
test('the newest version of the recommended rules is what is recommended now', () => {
  const now = pinnedRules(rules);
  if (process.env.UPDATE_GOLDEN === '1') {
    writeFileSync('src/audit/recommended-versions.ts', versionsSource([...recommendedVersions.slice(0, -1), now]));
  } else expect(recommendedVersions.at(-1)).toEqual(now);
});

function versionsSource(versions: readonly Readonly<Record<string, string>>[]): string {
  const entries = versions.map((version) => {
    const lines = Object.entries(version).map(([id, severity]) => `    '${id}': '${severity}',`);
    return `  {\n${lines.join('\n')}\n  },\n`;
  });
  return `import type { PinnedRules } from './versions.js';

/** What \`recommended\` was in each major version, the first one first: what \`recommended@1\` and its like mean. */
export const recommendedVersions: readonly PinnedRules[] = [
${entries.join('')}];
`;
}

test('what is left out when nothing is said is what is for the strict', () => {
  expect(asked('recommended')).toEqual(rules.filter(({ recommended }) => recommended).map(({ id }) => id));
  expect(asked('strict')).toEqual(rules.map(({ id }) => id));
  expect(asked('all')).toEqual(asked('strict'));
  expect(failsFrom('strict')).toBe('medium');
  expect(failsFrom('all')).toBe('high');
});

test('the names are known without the presets, and are those that there are', () => {
  expect(presetNames()).toEqual(presetNames(recommendedVersions.length));
  for (const preset of presetNames()) {
    expect(() => presetSettings(preset, rules, [], recommendedVersions)).not.toThrow();
  }
});

test('each preset asks something, and of waivers', () => {
  for (const preset of presetNames()) {
    expect(asked(preset)).toContain('hygiene/waiver');
    expect(presetAbout(preset)).not.toBe('');
    if (!['asvs', 'cis'].includes(preset)) expect(asked(preset).length).toBeGreaterThan(3);
  }
});

test('security and availability', () => {
  expect(asked('security')).toEqual(
    expect.arrayContaining(['transport/tls-version-old', 'network/internet-unguarded', 'transport/cert-name-mismatch']),
  );
  expect(asked('security')).not.toContain('availability/spof-node');
  expect(asked('availability')).toEqual(
    expect.arrayContaining(['availability/spof-node', 'data/backup-missing', 'operations/alert-unrouted']),
  );
  expect(asked('availability')).not.toContain('transport/plaintext-external');
});

/** Which of some rules, as `family threats`, a preset asks. */
const askedOf = (preset: string, made: readonly string[]) =>
  asked(
    preset,
    made.map((words) => {
      const [family = '', ...references] = words.split(' ');
      return {
        ...speaksOf([], { id: `${family}/x` }),
        id: words,
        family,
        references: references.map((id) => ({ id, framework: 'x' })),
      };
    }),
  );

test('a rule about security is of its families, or about a threat besides that of denial', () => {
  const made = ['network', 'data', 'data STRIDE:D', 'data STRIDE:I', 'data STRIDE:D STRIDE:T', 'privacy STRIDE:D'];
  expect(askedOf('security', made)).toEqual(['network', 'data STRIDE:I', 'data STRIDE:D STRIDE:T', 'privacy STRIDE:D']);
});

test('a rule about availability is of its families and of no other threat, or about denial, or of that pillar', () => {
  const made = ['data', 'network', 'data STRIDE:I', 'network STRIDE:D', 'network STRIDE:I', 'data STRIDE:I STRIDE:D'];
  expect(askedOf('availability', made)).toEqual(['data', 'network STRIDE:D', 'data STRIDE:I STRIDE:D']);
  const referring = (id: string): Rule => ({
    ...speaksOf([], { id: 'network/x' }),
    references: [{ id, framework: 'x' }],
  });
  expect(asked('availability', [referring('AWS REL11-BP02')])).toEqual(['network/x']);
  expect(asked('availability', [referring('AWS SEC09-BP01')])).toEqual([]);
});

test.each([
  ['stride', 'STRIDE:I'],
  ['nist-800-53', 'NIST SC-8'],
  ['aws-well-architected', 'AWS REL11-BP02'],
  ['cwe', 'CWE-319'],
  ['asvs', 'ASVS 12.3.3'],
  ['cis', 'CIS 3.10'],
])('%s asks what refers to it, and is recommended', (preset, reference) => {
  const referring: Rule = { ...speaksOf([], { id: 'x/yes' }), references: [{ id: reference, framework: 'x' }] };
  const other: Rule = { ...referring, id: 'x/no', references: [{ id: 'ISO A.8.24', framework: 'x' }] };
  const nagging: Rule = { ...referring, id: 'x/nagging', recommended: false };
  expect(asked(preset, [referring, other, nagging])).toEqual(['x/yes']);
});

test('a framework has the rules that refer to it', () => {
  const referring = rules.filter(({ references }) => references.some(({ id }) => id.startsWith('CWE-')));
  const recommended = referring.filter((rule) => rule.recommended).map(({ id }) => id);
  expect(asked('cwe').filter((id) => id !== 'hygiene/waiver')).toEqual(
    recommended.filter((id) => id !== 'hygiene/waiver'),
  );
});

test('a version keeps its rules and severities, whatever is new', () => {
  const old: Rule = { ...speaksOf(['server'], { id: 'test/old', severity: 'critical' }) };
  const fresh = speaksOf(['server'], { id: 'test/new' });
  const settings = presetSettings('recommended@1', [old, fresh], [], [{ 'test/old': 'low', 'test/gone': 'high' }]);
  expect(settings).toEqual({ severities: { 'test/old': 'low', 'test/new': 'off' } });
  // What has not changed is left to the rule, which may differ from case to case.
  expect(presetSettings('recommended@1', [old], [], [{ 'test/old': 'critical' }])).toEqual({ severities: {} });
});

test('own rules are in every preset, those for the strict in two', () => {
  const own = speaksOf(['server'], { id: 'own/plain' });
  const nagging: Rule = { ...own, id: 'own/nagging', recommended: false };
  expect(asked('cis', [], [own, nagging])).toEqual(['own/plain']);
  expect(asked('recommended@1', [], [own, nagging])).toEqual(['own/plain']);
  expect(asked('all', [], [own, nagging])).toEqual(['own/plain', 'own/nagging']);
  expect(asked('strict', [], [own, nagging])).toEqual(['own/plain', 'own/nagging']);
});

test('what a preset is about, in words', () => {
  expect(presetAbout('security')).toBe('who gets in, and what is read or altered');
  expect(presetAbout('recommended@1')).toBe('the rules and severities of that major version');
});

test('the tenth version is none but the tenth', () => {
  const fresh = speaksOf(['server'], { id: 'test/new' });
  const tenth: PinnedRules = { 'test/new': 'low' };
  const versions = [...Array.from({ length: 9 }, (): PinnedRules => ({})), tenth];
  expect(presetSettings('recommended@10', [fresh], [], versions)).toEqual({ severities: { 'test/new': 'low' } });
  expect(presetSettings('recommended@9', [fresh], [], versions)).toEqual({ severities: { 'test/new': 'off' } });
});

test.each(['recomended', 'recommended@0', 'recommended@99', 'recommended@1x', 'xrecommended@1', 'toString'])(
  'there is no %s',
  (name) => {
    const asking = () => presetSettings(name, rules, [], recommendedVersions);
    expect(asking).toThrow(new RangeError(`there is no preset '${name}'`));
  },
);
