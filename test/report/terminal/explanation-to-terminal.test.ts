import secured from '../../../models/secured-and-monitored.js';
import threeZoneShop from '../../../models/three-zone-shop.js';
import { explainElement } from '../../../src/report/explanation/element-explanation.js';
import { type ExplainedModel, explainedModel } from '../../../src/report/explanation/explained-model.js';
import { cellsOf } from '../../../src/report/terminal/cells.js';
import {
  elementToTerminal,
  findingToTerminal,
  flowToTerminal,
} from '../../../src/report/terminal/explanation-to-terminal.js';
import guarded from '../cases/guarded.js';
import { watchedShop } from '../failure/sites.js';
import { auditOf } from '../support.js';

const plain = { colour: false, width: 100, sourceLines: () => undefined };
const flat = (text: string) => text.replace(/\s+/g, ' ');
const explained = (site: unknown): ExplainedModel => explainedModel(auditOf(site));

async function element(site: unknown, id: string): Promise<string> {
  const known = explained(site);
  const found = known.ground.elements.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return flat(await elementToTerminal(explainElement(found, known), plain));
}

describe('an element', () => {
  test('what it is, what its loss does, who needs it, what it needs, what reaches it, what is found', async () => {
    const text = await element(secured, 'front/haproxy');
    expect(text).toContain("'haproxy', load balancer WHAT IT IS Id front/haproxy");
    expect(text).toContain('Why Ends TLS and spreads the requests over both servers, each in turn.');
    expect(text).toContain("In short When 'haproxy' fails, nothing works any more");
    expect(text).toContain("1. 'visitor' visits 'dns/foobar.com/A www': leaves its zone, past 'front/firewall' 2.");
    expect(text).toContain("TLS ends at 'haproxy'");
    expect(text).toContain(
      "- 'haproxy' balances over 'server-1/nginx': HTTP, plaintext, past 'front/firewall' and 'server-1/firewall'",
    );
    expect(text).toContain("FROM OUTSIDE - Packets from anywhere on the internet reach it past 'front/firewall'.");
    expect(text).toMatch(/FINDINGS 2 H1 When haproxy fails/);
    expect(text).toContain('NOT TOLD OF IT 4 facts ? State how a dead member is noticed');
  });

  test('of a place, what stands in it and what is found there', async () => {
    const text = await element(secured, 'server-1');
    expect(text).toContain("The way from a user (to 'server-1/nginx' in it):");
    expect(text).toContain('FINDINGS ON WHAT STANDS IN IT 1 H2 mysql on server-1 alone takes writes');
    expect(text).toContain('Why such A machine, real or virtual');
  });

  test('what is no thing that fails says so', async () => {
    expect(await element(threeZoneShop, 'edge')).toContain(
      'It is no thing that fails by itself; this is what would happen.',
    );
  });

  test('of a firewall its rules, each with what is to be mended in it, and how much passes by', async () => {
    const text = await element(guarded(), 'inside/inner');
    expect(text).toContain('RULES 3 rules 1. allows 10.0.1.0/24 to app. It is to be mended: wider than needed');
    expect(text).toContain(
      '2. allows lb to app. It is to be mended: never matches: earlier rule 1 takes all its packets.',
    );
    expect(text).toContain(
      'What comes in and no rule matches: denied; what leaves: allowed. 1 declared flow passes by it.',
    );
    expect(text).not.toContain('No request of a user leads to it');
    expect(await element(guarded(), 'edge/lb')).not.toContain('RULES');
  });

  test('of a certificate, what serves it; of a provider, what names it', async () => {
    expect(await element(watchedShop(), 'certificate/www')).toContain("Served by 'lb'");
    const text = await element(threeZoneShop, 'provider/Example Cloud');
    expect(text).toContain("'Example Cloud', provider");
    expect(text).toContain("Inside 'Frankfurt'");
  });

  test('what no request leads to says so', async () => {
    expect(await element(watchedShop(), 'operations/monitor')).toContain(
      'WHO NEEDS IT No request of a user leads to it.',
    );
  });

  test('a member of a group does what the group does', async () => {
    const text = await element(threeZoneShop, 'edge/balancer 1');
    expect(text).toContain("Used by 'www.shop.example'.");
    expect(text).toContain("WHAT IT NEEDS - 'cluster/shop.example' balances over 'inside/app 1/shop'");
  });

  test('what was accepted is told with its reason', async () => {
    const site = watchedShop();
    site.accepts({ rule: 'availability/spof-load-balancer', because: 'a second one is ordered', until: '2027-01-01' });
    expect(await element(site, 'front/lb')).toContain('Accepted: a second one is ordered. Until 2027-01-01.');
  });

  test.each([40, 80])('keeps within %i columns', async (width) => {
    const known = explained(watchedShop());
    const texts = await Promise.all(
      known.ground.elements.map((one) => elementToTerminal(explainElement(one, known), { ...plain, width })),
    );
    const lines = texts.join('').split('\n');
    expect(lines.filter((line) => cellsOf(line) > width && line.trim().includes(' '))).toEqual([]);
  });
});

describe('a finding', () => {
  test('its path hop by hop, its references, how to accept it', async () => {
    const known = explained(secured);
    const finding = known.ground.audit.findings.find(({ rule }) => rule === 'data/db-single-writer')!;
    const text = flat(await findingToTerminal(finding, known, plain));
    expect(text).toContain(finding.message);
    expect(text).toContain(finding.remedy);
    expect(text).toContain("4. 'server-1/nginx' forwards to 'server-1/application': within one server 5.");
    expect(text).toContain('REFERENCES - STRIDE:D');
    expect(text).toContain("mysql.accepts({ rule: 'data/db-single-writer', because: '…', until: 'YYYY-MM-DD' });");
  });

  test('one that is accepted says why instead', async () => {
    const site = watchedShop();
    site.accepts({ rule: 'availability/spof-load-balancer', because: 'a second one is ordered' });
    const known = explained(site);
    const text = flat(await findingToTerminal(known.ground.audit.accepted[0]!, known, plain));
    expect(text).toContain('ACCEPTED a second one is ordered');
    expect(text).not.toContain('TO ACCEPT IT');
  });
});

describe('a flow', () => {
  const flow = async (site: unknown, id: string) => {
    const known = explained(site);
    return flat(await flowToTerminal(known.ground.model.flowById.get(id)!, known, plain));
  };

  test.each([
    ['server-1/app reads server-1/db', 'Needed One of 2 alike, of which 1 is needed.'],
    ['server-1/app writes server-1/db', 'Needed Yes, for writing.'],
    ['user/visitor visits front/lb', 'Needed Yes: without it its source does not work.'],
    ['front/lb reports operations/monitor', 'Needed No: its source goes on without it.'],
  ])('%s', async (id, words) => {
    expect(await flow(watchedShop(), id)).toContain(words);
  });

  test('shows the findings that it is part of', async () => {
    expect(await flow(watchedShop(), 'user/visitor visits front/lb')).toMatch(/FINDINGS THAT IT SHOWS [1-9]/);
  });
});
