import { defineRule, isProduction } from 'stanchion/rules';

export default defineRule({
  id: 'acme/engine-unsupported',
  severity: 'medium',
  summary: 'A database in production is of a kind that nobody here is on call for.',
  impact: 'When it stops at night, nobody who knows it is woken up.',
  remedy: 'Move to an engine that the database team supports, or agree with them on this one.',
  references: ['NIST SA-22'],
  options: { engines: ['postgresql'] },
  messages: { unsupported: '{{database}} is {{engine}}, which nobody is on call for.' },

  check({ model, options, pass, report, unknown }) {
    for (const database of model.byKind.database) {
      if (!isProduction(model, database)) continue;
      const { engine } = database.facts;
      if (engine === undefined) unknown(database, { fact: 'engine', wanted: 'Say which `engine` it is.' });
      else if (options.engines.includes(engine)) pass(database);
      else report({ at: database, message: 'unsupported', data: { database, engine } });
    }
  },
});
