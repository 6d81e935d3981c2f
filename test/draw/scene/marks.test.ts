import { numberFindings } from '../../../src/draw/scene/number-findings.js';
import { architecture, http, https } from '../../../src/index.js';
import { auditWith, finding, findingsEverywhere } from '../fixtures/findings.js';
import { threeServers } from '../fixtures/three-servers.js';
import { zones } from '../fixtures/zones.js';
import { boxesNamed, groupNamed, sceneOf, sceneOfModel } from './build-scene.js';

const names = (marks: readonly { letter: string; number: number }[]) => marks.map((mark) => mark.letter + mark.number);

test('findings are numbered through, accepted ones behind the others', () => {
  const model = threeServers();
  const about = { element: model.elements[0]!.id };
  const accepted = {
    ...finding('high', about),
    accepted: { rule: 'test/rule', because: 'known', until: '2027-01-01' as const },
  };
  const marks = [
    ...numberFindings(auditWith(model, [finding('critical', about), finding('low', {})], [accepted])).values(),
  ];
  expect(names(marks)).toEqual(['C1', 'L2', 'H3']);
  expect(marks.map((mark) => [mark.accepted, mark.until])).toEqual([
    [false, undefined],
    [false, undefined],
    [true, '2027-01-01'],
  ]);
});

describe.each(['overview', 'deployment'] as const)('in the %s', (view) => {
  test.each([
    ['threeServers', threeServers],
    ['zones', zones],
  ])('every finding of %s is listed once and stands in one place at the most', (_name, make) => {
    const model = make();
    const scene = sceneOfModel(model, view, findingsEverywhere(model));
    expect(scene.marks).toHaveLength(model.elements.length + model.flows.length + 1);
    const placed = [...scene.boxes, ...scene.groups, ...scene.bundles].flatMap(({ marks }) => marks);
    expect(new Set(placed).size).toBe(placed.length);
  });
});

describe('what is no card hands its marks on', () => {
  const site = architecture('site');
  const certificate = site.certificate('shop.example');
  const watch = site.externalService('watch', { role: 'monitoring' });
  const server = site.server('host');
  const collector = server.agent('collector');
  collector.reports(watch);
  server.firewall('packet filter', { incoming: 'deny' });
  const web = server.webServer('web', { listens: https(certificate) });
  const lb = site.loadBalancer('lb', { listens: http() });
  lb.balances(web);
  site.user('visitor').visits(site.dns('example').record('A', 'www', lb));

  const marksOf = (kind: 'certificate' | 'agent' | 'firewall' | 'record') => {
    const about = (model: Parameters<Parameters<typeof sceneOf>[2] & object>[0]) => ({
      element: model.byKind[kind][0]!.id,
    });
    return sceneOf(site, 'deployment', (model) => [finding('high', about(model))]);
  };

  test('a certificate to who holds it', () => {
    expect(names(boxesNamed(marksOf('certificate'), 'web')[0]!.marks)).toEqual(['H1']);
  });

  test('an agent and a firewall to the server they are on', () => {
    expect(names(groupNamed(marksOf('agent'), 'host')!.marks)).toEqual(['H1']);
    expect(names(groupNamed(marksOf('firewall'), 'host')!.marks)).toEqual(['H1']);
  });

  test('a record to its DNS zone', () => {
    expect(names(boxesNamed(marksOf('record'), 'example')[0]!.marks)).toEqual(['H1']);
  });

  test('a server to the one card that the overview has of it', () => {
    const scene = sceneOf(site, 'overview', (model) => [finding('high', { element: model.byKind.server[0]!.id })]);
    expect(names(boxesNamed(scene, 'web')[0]!.marks)).toEqual(['H1']);
  });

  test('a visit to the line of the request, not to the look-up', () => {
    const visit = (model: { flows: readonly { id: string; verb: string }[] }) =>
      model.flows.find(({ verb }) => verb === 'visits')!.id;
    const scene = sceneOf(site, 'overview', (model) => [finding('medium', { flow: visit(model) })]);
    expect(scene.bundles.filter(({ marks }) => marks.length > 0).map(({ label }) => label)).toEqual(['HTTP']);
  });
});

test('an element with many findings shows the worst; the legend lists all', () => {
  const site = architecture('site');
  site.webServer('web');
  const severities = ['critical', 'high', 'medium', 'low'] as const;
  const scene = sceneOf(site, 'overview', () =>
    Array.from({ length: 20 }, (_, index) => finding(severities[Math.floor(index / 5)]!, { element: 'web' })),
  );
  expect(names(scene.boxes[0]!.marks)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'H6', 'H7']);
  expect(scene.marks).toHaveLength(20);
});
