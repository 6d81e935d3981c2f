import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { architecture } from 'stanchion';
import { audit } from '../../../src/audit/audit.js';
import { failureGround } from '../../../src/report/failure/failure-ground.js';
import { playScenario } from '../../../src/report/failure/scenario.js';
import { simulationJsonSchema } from '../../../src/report/json/simulation-schema.js';
import {
  everyFailureDocument,
  scenarioDocument,
  simulationToJson,
} from '../../../src/report/json/simulation-to-json.js';
import { randomArchitecture } from '../../analyses/support/random-architecture.js';
import { tapes } from '../../analyses/support/tape.js';
import { groundOf, play } from '../failure/play.js';
import { watchedShop } from '../failure/sites.js';

const validate = new Ajv2020({ strict: false }).compile(simulationJsonSchema());

function printed(documents: Parameters<typeof simulationToJson>[0]) {
  const document = JSON.parse(simulationToJson(documents));
  expect(validate(document) || validate.errors).toBe(true);
  return document;
}

describe('every failure', () => {
  test('raw minimal sets, journey by journey, and nothing else in a journey', () => {
    const { format, version, model, journeys, ...rest } = printed([everyFailureDocument(groundOf(watchedShop()))]);
    expect({ format, version, name: model.name }).toEqual({
      format: 'stanchion-simulation',
      version: 1,
      name: 'Watched shop',
    });
    expect(journeys.map(({ id, mode, state }: Record<string, string>) => [id, mode, state])).toEqual([
      ['user/visitor reads server-1/db', 'read', 'works'],
      ['user/visitor reads server-2/db', 'read', 'works'],
      ['user/visitor writes server-1/db', 'write', 'works'],
    ]);
    expect(journeys[2].singlePoints).toEqual([
      ['user/visitor'],
      ['front'],
      ['certificate/www'],
      ['front/lb'],
      ['server-1'],
      ['server-1/db'],
    ]);
    expect(journeys[2].pairs).toContainEqual(['server-1/app', 'server-2/app']);
    expect(journeys[1].pairs).toContainEqual(['server-1/app', 'server-2/app']);
    expect(rest.pairCauses[0].elements).toEqual(['server-1/app', 'server-2/app']);
    for (const journey of journeys) {
      expect(Object.keys(journey)).toEqual(['id', 'mode', 'state', 'singlePoints', 'pairs', 'unavailability']);
      expect(journey.unavailability).toEqual({ value: null, method: 'none', assumed: expect.any(Array) });
    }
    expect(rest.causes).toContainEqual(
      expect.objectContaining({ root: 'front/lb', also: ['front'], onlyListed: false }),
    );
    expect(rest.coldStart).toEqual([]);
    expect(rest.pairsTried).toBe(rest.pairsCandidates);
    expect(rest.pairsTried).toBeGreaterThan(0);
  });

  test('with figures: how often a journey fails, what to fix first, and whether the objective is met', () => {
    const site = architecture('figures');
    const web = site.webServer('web', { unavailability: 0.01 });
    const app = site.appServer('app', { unavailability: 0.02 });
    const db = site.database('db');
    const visitor = site.user('visitor');
    visitor.visits(web);
    web.forwards(app);
    app.reads(db);
    site.journey('read', { from: visitor, reads: db, objective: 0.99 });
    site.journey('read at leisure', { from: visitor, reads: db, objective: 0.9 });
    const { journeys, importance, objectives, sampled } = printed([everyFailureDocument(groundOf(site))]);
    // In series: 1 − 0.99 · 0.98.
    expect(journeys[0].unavailability.value).toBeCloseTo(0.0298, 12);
    expect(journeys[0].unavailability).toMatchObject({ method: 'exact', assumed: ['db', 'user/visitor'] });
    expect(importance[0]).toMatchObject({ journey: 'journey/read', mode: 'read', method: 'exact' });
    expect(importance[0].elements.map(({ id }: { id: string }) => id)).toEqual(['app', 'web']);
    expect(importance[0].elements[0].birnbaum).toBeCloseTo(0.99, 12);
    expect(objectives).toEqual([
      { journey: 'journey/read', mode: 'read', objective: 0.99, verdict: 'missed' },
      { journey: 'journey/read at leisure', mode: 'read', objective: 0.9, verdict: 'met at best' },
    ]);
    expect(sampled).toEqual([]);
  });

  test('a journey that is broken as modelled never works, and has no single points', () => {
    const site = architecture('closed');
    const web = site.server('host').webServer('web');
    site.journey('look', { from: site.user('visitor'), reads: site.database('db') });
    site.user('other').visits(web);
    const { journeys } = printed([everyFailureDocument(groundOf(site))]);
    expect(journeys).toEqual([
      {
        id: 'journey/look',
        mode: 'read',
        state: 'broken',
        singlePoints: [],
        pairs: [],
        unavailability: { value: 1, method: expect.any(String), assumed: [] },
      },
    ]);
  });

  test('what has run out is told with its day, and breaks what it breaks', () => {
    const document = printed([everyFailureDocument(groundOf(watchedShop(), '2028-01-01'))]);
    expect(document).toMatchObject({ on: '2028-01-01', expired: [{ id: 'certificate/www', expires: '2027-01-31' }] });
    expect(document.journeys.map(({ state }: { state: string }) => state)).toEqual(['broken', 'broken', 'broken']);
  });

  test('an empty model has no journeys; no model is an empty list, several are a list', () => {
    const bare = everyFailureDocument(groundOf(architecture('bare')));
    expect(printed([bare])).toMatchObject({ journeys: [], causes: [], pairsTried: 0 });
    expect(printed([])).toEqual([]);
    expect(printed([bare, bare])).toHaveLength(2);
  });

  test('any model fits the schema', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const model = randomArchitecture(numbers);
        const ground = failureGround(audit(model, { today: '2026-11-21', rules: [] }));
        printed([everyFailureDocument(ground), scenarioDocument(playScenario(ground, [model.elements[0]?.id ?? '']))]);
      }),
      { numRuns: 300, seed: 20_261_125 },
    );
  });
});

describe('a scenario', () => {
  test('what failed, what became of everything, who notices, what to do', () => {
    const document = printed([scenarioDocument(play(watchedShop(), ['server-1']))]);
    expect(document).toMatchObject({
      failed: ['server-1'],
      journeys: [
        { id: 'user/visitor reads server-1/db', mode: 'read', state: 'broken' },
        { id: 'user/visitor reads server-2/db', mode: 'read', state: 'degraded' },
        { id: 'user/visitor writes server-1/db', mode: 'write', state: 'broken' },
      ],
      dataLoss: [],
      lostWrites: [],
      notices: {
        watchers: [{ id: 'operations/monitor', sees: ['server-1/app'], alerts: ['pager'] }],
        unwatched: ['server-1'],
        complete: true,
      },
    });
    expect(document.elements).toContainEqual({
      id: 'server-1/db',
      state: 'dead',
      reason: "It stands on 'server-1', which failed.",
    });
    expect(document.firstAid.length).toBeGreaterThan(1);
  });

  test('the schema refuses what it is not', () => {
    const document = scenarioDocument(play(watchedShop(), ['server-1']));
    expect(validate({ ...document, version: 2 })).toBe(false);
    expect(validate({ ...document, elements: [{ id: 'x', state: 'gone', reason: '' }] })).toBe(false);
    expect(validate({ ...document, failed: undefined })).toBe(false);
  });
});
