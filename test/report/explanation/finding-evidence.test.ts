import { architecture } from 'stanchion';
import { audit } from '../../../src/audit/audit.js';
import { evidenceSteps, waiverLine } from '../../../src/report/explanation/finding-evidence.js';
import { rules } from '../../../src/rules/index.js';
import { watchedShop } from '../failure/sites.js';
import { auditOf, today } from '../support.js';

test('the flows of a finding in its order, and what stands on none of them', () => {
  const audited = auditOf(watchedShop());
  const finding = audited.findings.find(({ rule }) => rule === 'availability/spof-load-balancer')!;
  const { steps, aside } = evidenceSteps(finding, audited.model);
  expect(steps.map(({ flow }) => flow?.id)).toEqual(finding.evidence.flows);
  expect(steps.map(({ from }) => from.id).slice(0, 2)).toEqual(['user/visitor', 'front/lb']);
  expect(aside.map(({ id }) => id)).toEqual(['front']);
});

describe('waiverLine', () => {
  test('is a line that a model takes, and that accepts the finding', () => {
    const audited = auditOf(watchedShop());
    const finding = audited.findings.find(({ rule }) => rule === 'availability/spof-load-balancer')!;
    const line = waiverLine(finding, audited.model);
    expect(line).toBe("lb.accepts({ rule: 'availability/spof-load-balancer', because: '…', until: 'YYYY-MM-DD' });");
    const waiver = { rule: finding.rule, element: finding.element!, because: 'a test' };
    const again = audit({ ...audited.model, waivers: [waiver] }, { today, rules });
    expect(again.accepted.map(({ fingerprint }) => fingerprint)).toContain(finding.fingerprint);
  });

  test.each([
    ["const edge = front.loadBalancer('lb');", 'edge'],
    ["  export const $edge_1 = front.loadBalancer('lb');", '$edge_1'],
    ["front.loadBalancer('lb');", 'lb'],
    ['', 'lb'],
  ])('calls the variable as the line of the author does: %s', (line, handle) => {
    const audited = auditOf(watchedShop());
    const finding = audited.findings.find(({ rule }) => rule === 'availability/spof-load-balancer')!;
    const told = waiverLine(finding, audited.model, () => new Array(100).fill(line));
    expect(told).toMatch(/^\S+\.accepts\(\{ rule/);
    expect(told.slice(0, told.indexOf('.'))).toBe(handle);
  });

  test.each([
    ['load balancer 1', 'loadBalancer1'],
    ['Ünïcode', 'nCode'],
    ['名前', 'element'],
    ['7 up', 'element'],
  ])('of what is called %s', (name, handle) => {
    const site = architecture('names');
    const server = site.server(name);
    const audited = auditOf(site);
    expect(server).toBeDefined();
    const finding = { rule: 'a/b', element: audited.model.elements[0]!.id } as Parameters<typeof waiverLine>[0];
    expect(waiverLine(finding, audited.model)).toBe(
      `${handle}.accepts({ rule: 'a/b', because: '…', until: 'YYYY-MM-DD' });`,
    );
  });
});
