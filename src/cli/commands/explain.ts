import type { Command, Flags } from '../command.js';
import { Misuse } from '../misuse.js';
import { modelFlag, modelFlags } from '../model-flags.js';

/** What is told of whole models, in the place of a subject. */
const tables: Flags = {
  exposure: { help: 'Instead of a subject: what the internet and each zone reach, and which firewall rules to mend.' },
  spans: { help: 'Instead of a subject: the way of every request, how it is encrypted, and the certificates.' },
  load: { help: 'Instead of a subject: the load of every element, now and when something fails.' },
};

export const explain: Command = {
  summary: 'Explain a rule, a finding, an element or a flow.',
  usage: 'SUBJECT [FILES] [flags], or [FILES] --exposure | --spans | --load',
  about:
    'SUBJECT is a rule, the mark or handle of a finding (H2, 3f0c9a), or the id of an element or a flow; of an element also its\n' +
    'name, where no other has it. Where several models have it, --model says which is meant.',
  takesFiles: true,
  flags: { ...tables, json: { help: 'As JSON.' }, ...modelFlag, ...modelFlags },
  examples: [
    { line: 'stanchion explain transport/tls-ends-at-load-balancer', does: 'a rule' },
    {
      line: 'stanchion explain tls-ends-at-load-balancer shop.arch.ts',
      does: 'a rule, what holds for it here, and how it fared in a model',
    },
    { line: 'stanchion explain H2 shop.arch.ts', does: 'a finding: what shows it hop by hop, and how to accept it' },
    { line: "stanchion explain 'zone b' shop.arch.ts", does: 'an element: who needs it, and what happens without it' },
    { line: 'stanchion explain --exposure shop.arch.ts', does: 'what is reached from where, and what is blocked' },
    { line: 'stanchion explain --spans shop.arch.ts', does: 'where requests travel encrypted, and where they do not' },
  ],

  async run(request) {
    const asked = Object.keys(tables).filter((table) => request.has(table));
    if (asked.length > 1) {
      throw new Misuse(`'--${asked[0]}' and '--${asked[1]}' ask for different things.`, 'Ask for one at a time.');
    }
    if (asked[0] !== undefined) {
      const { explainTable } = await import('../explain-tables.js');
      return explainTable(asked[0], request);
    }
    const [subject, ...files] = request.files;
    if (subject === undefined) {
      throw new Misuse('Nothing is named that could be explained.', 'Write: stanchion explain SUBJECT [FILES]');
    }
    const { explainSubject } = await import('../explain-subject.js');
    return explainSubject(subject, { ...request, files });
  },
};
