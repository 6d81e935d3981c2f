import { architecture, http, https } from 'stanchion';
import { type Audit, type Finding, type Severity, severities } from '../../../src/audit/finding.js';
import type { ReportOptions } from '../../../src/report/report-options.js';
import { auditToSarif } from '../../../src/report/sarif/audit-to-sarif.js';
import type { Result, Run } from '../../../src/report/sarif/sarif-log.js';
import webShop from '../cases/web-shop.js';
import { optionsWith } from '../formats/options.js';
import { auditOf } from '../support.js';

const shop = auditOf(webShop);
const [first, second] = shop.findings as [Finding, Finding];

function runOf(audits: readonly Audit[], given?: Partial<ReportOptions>): Run {
  const { runs } = JSON.parse(auditToSarif(audits, optionsWith(given)));
  expect(runs).toHaveLength(1);
  return runs[0];
}

function resultsOf(audit: Audit, given?: Partial<ReportOptions>): readonly Result[] {
  return runOf([audit], given).results;
}

const placeOf = (result: Result | undefined) => {
  const place = result?.locations[0]?.physicalLocation;
  return place && { uri: place.artifactLocation.uri, ...place.region };
};

describe('results', () => {
  test('are all findings in their order, accepted ones last, of every model in one run', () => {
    expect(shop.accepted).toHaveLength(1);
    const expected = [...shop.findings, ...shop.accepted].map(({ rule, message }) => [rule, message]);
    const { results } = runOf([shop, shop]);
    expect(results.map(({ ruleId, message }) => [ruleId, message.text])).toEqual([...expected, ...expected]);
  });

  test('point to their rule', () => {
    const { results, tool } = runOf([shop]);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('keep their fingerprint when lines move', () => {
    const moved = (finding: Finding): Finding => ({ ...finding, at: { file: 'elsewhere.ts', line: 900, column: 1 } });
    const before = resultsOf(shop).map(({ partialFingerprints }) => partialFingerprints);
    const after = resultsOf({ ...shop, findings: shop.findings.map(moved) });
    expect(after.map(({ partialFingerprints }) => partialFingerprints)).toEqual(before);
    expect(placeOf(after[0])).toEqual({ uri: 'elsewhere.ts', startLine: 900, startColumn: 1 });
    expect(before[0]).toEqual({
      'stanchion/v1': first.fingerprint,
      primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/),
    });
  });

  test('without a position stand where the model does, else at the top of its file', () => {
    const lost = { ...shop, findings: [{ ...first, at: undefined }] };
    const at = shop.model.at;
    expect(placeOf(resultsOf(lost)[0])).toEqual({ uri: at?.file, startLine: at?.line, startColumn: at?.column });
    const unplaced = { ...lost, model: { ...shop.model, at: undefined } };
    const top = { uri: 'graphs/my%20shop.json', startLine: 1, startColumn: 1 };
    expect(placeOf(resultsOf(unplaced, { fileOf: () => 'graphs/my shop.json' })[0])).toEqual(top);
  });

  test('name paths relative to the folder of the audit, and absolute ones as they are', () => {
    const at = (file: string) => ({ ...shop, findings: [{ ...first, at: { file, line: 1, column: 1 } }] });
    const artifact = (file: string) => resultsOf(at(file))[0]?.locations[0]?.physicalLocation?.artifactLocation;
    expect(artifact('a b/ü#1.ts')).toEqual({ uri: 'a%20b/%C3%BC%231.ts', uriBaseId: 'SRCROOT' });
    expect(artifact('/srv/x.ts')).toEqual({ uri: 'file:///srv/x.ts' });
  });
});

describe('severities', () => {
  const expected: Readonly<Record<Severity, readonly [string, number, number]>> = {
    critical: ['error', 9, 10],
    high: ['error', 7, 9],
    medium: ['warning', 4, 7],
    low: ['note', 0, 4],
  };

  test.each(severities)('%s is a level, and a number on the scale of CVSS', (severity) => {
    const outcomes = shop.outcomes.map((outcome) => ({ ...outcome, severity }));
    const { results, tool } = runOf([{ ...shop, outcomes, findings: [{ ...first, severity }] }]);
    const [level, above, most] = expected[severity];
    expect(results[0]?.level).toBe(level);
    for (const { defaultConfiguration, properties } of tool.driver.rules) {
      expect(defaultConfiguration.level).toBe(level);
      expect(Number(properties['security-severity'])).toBeGreaterThan(above);
      expect(Number(properties['security-severity'])).toBeLessThan(most);
    }
  });
});

describe('rules', () => {
  const { rules } = runOf([shop]).tool.driver;
  const byId = (id: string) => rules.find((rule) => rule.id === id);

  test('are those that were asked', () => {
    expect(new Set(rules.map(({ id }) => id))).toEqual(new Set(shop.outcomes.map(({ rule }) => rule)));
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  test('tell what may happen and what to do, and where to read more', () => {
    const rule = byId('transport/tls-ends-at-load-balancer');
    expect(rule?.help.text).toMatch(/^Impact: .+\nRemedy: .+\nReferences: .*CWE-319.*\nMore: https:/);
    expect(rule?.helpUri).toBe('https://example.org/docs/rules/transport/tls-ends-at-load-balancer.md');
    expect(rule?.properties.tags).toEqual(expect.arrayContaining(['transport', 'security', 'external/cwe/cwe-319']));
  });

  test('have no address where none is known', () => {
    const unknown = runOf([shop], { pageOf: () => undefined }).tool.driver.rules[0];
    expect(unknown).not.toHaveProperty('helpUri');
    expect(unknown?.help.markdown).toContain(`\`stanchion explain ${unknown?.id}\``);
  });
});

describe('evidence', () => {
  const site = architecture('Chain');
  const lb = site.loadBalancer('lb', { listens: https(site.certificate('shop.example')) });
  const web = site.webServer('web', { listens: http() });
  site.user('visitor').visits(lb);
  lb.balances([web]);
  const chain = auditOf(site);
  const finding = chain.findings.find(({ rule }) => rule === 'transport/tls-ends-at-load-balancer') as Finding;
  const resultOf = (evidence: Finding['evidence']) => resultsOf({ ...chain, findings: [{ ...finding, evidence }] })[0];

  test('is a way along the flows, and the elements beside', () => {
    const { flows, elements } = finding.evidence;
    const { codeFlows, relatedLocations } = resultOf(finding.evidence) ?? {};
    const steps = codeFlows?.flatMap(({ threadFlows: [{ locations }] }) => locations) ?? [];
    expect(steps.map(({ location }) => location.logicalLocations?.[0]?.fullyQualifiedName)).toEqual(flows);
    expect(steps.map(({ location }) => location.message?.text)).toContain('lb balances over web');
    expect(relatedLocations?.map((one) => one.logicalLocations?.[0]?.fullyQualifiedName)).toEqual(
      elements.filter((id) => id !== finding.element),
    );
  });

  test('is several ways where one does not lead on to the next', () => {
    const [into, on] = chain.model.flows.map(({ id }) => id) as [string, string];
    expect(resultOf({ elements: [], flows: [into, on] })?.codeFlows).toHaveLength(1);
    expect(resultOf({ elements: [], flows: [on, into] })?.codeFlows).toHaveLength(2);
    expect(resultOf({ elements: [], flows: [] })).not.toHaveProperty('codeFlows');
  });

  test('is bounded, and says how much it leaves out', () => {
    const [into = ''] = chain.model.flows.map(({ id }) => id);
    const many = resultOf({ elements: Array(150).fill('web'), flows: Array(700).fill(into) });
    expect(many?.relatedLocations).toHaveLength(100);
    expect(many?.codeFlows).toHaveLength(500);
    expect(many?.properties.evidenceLeftOut).toBe(250);
  });
});

describe('suppressions', () => {
  test('say why an accepted finding stays, and where that is written', () => {
    const last = resultsOf(shop).at(-1);
    expect(last?.suppressions).toEqual([
      {
        kind: 'inSource',
        status: 'accepted',
        justification: 'A second one is ordered. (until 2027-01-31, by Ada)',
        location: expect.objectContaining({ physicalLocation: expect.anything() }),
      },
    ]);
  });

  test('say that a finding is in the baseline, and that others are not suppressed', () => {
    const results = resultsOf({ ...shop, findings: [first], accepted: [], baselined: [second] });
    expect(results.map(({ suppressions }) => suppressions.map(({ kind }) => kind))).toEqual([[], ['external']]);
  });
});

describe('a comparison', () => {
  test('says what is new, unchanged and absent', () => {
    const gone: Finding = { ...second, message: 'Mended since.' };
    const comparisonOf = () => ({ fresh: new Set([first]), absent: [gone], base: shop });
    const results = resultsOf({ ...shop, findings: [first, second], accepted: [] }, { comparisonOf });
    expect(results.map(({ baselineState, message }) => [baselineState, message.text])).toEqual([
      ['new', first.message],
      ['unchanged', second.message],
      ['absent', 'Mended since.'],
    ]);
  });

  test('says nothing where there is none', () => {
    for (const result of resultsOf(shop)) expect(result).not.toHaveProperty('baselineState');
  });
});

describe('what is not known', () => {
  test('is a notification for each fact, never a result', () => {
    const [invocation] = runOf([shop]).invocations;
    expect(invocation?.executionSuccessful).toBe(true);
    expect(invocation?.toolExecutionNotifications.map(({ level }) => level)).toEqual(shop.missing.map(() => 'note'));
    expect(new Set(invocation?.toolExecutionNotifications.map(({ descriptor }) => descriptor?.id))).toEqual(
      new Set(shop.missing.map(({ fact }) => fact)),
    );
  });

  test('a model that was not audited makes the run unsuccessful', () => {
    const problem = { file: 'torn.ts', line: 4, column: 2, message: 'Nothing is called x.', hint: 'Did you mean y?' };
    const [invocation] = runOf([], { problems: [problem] }).invocations;
    expect(invocation).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'Nothing is called x. Did you mean y?' } }],
    });
  });
});
