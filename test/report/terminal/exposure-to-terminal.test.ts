import { architecture, http } from 'stanchion';
import { cellsOf } from '../../../src/report/terminal/cells.js';
import { exposureToTerminal } from '../../../src/report/terminal/exposure-to-terminal.js';
import guarded from '../cases/guarded.js';
import { explained } from '../explained.js';
import { hostileName } from '../support.js';

function told(site: unknown, width = 100, colour = false): Promise<string> {
  return exposureToTerminal(explained(site), { colour, width, sourceLines: () => undefined });
}

/** As one line, whatever the table made of it. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('exposureToTerminal', () => {
  test('begins with what the internet reaches', async () => {
    const text = flat(await told(guarded(), 60));
    expect(text).toContain(
      'Packets from anywhere on the internet reach 1 listener; 1 more only by what others hand on, 1 from some addresses only and 1 not at all.',
    );
    expect(text).toContain('what: lb listener: secure, HTTPS passage: open');
    expect(text).toContain('what: app listener: HTTP 8080 passage: open, handed on by lb');
    expect(text).toContain('passage: only from 203.0.113.0/24 what decides: outer keeps others out');
    expect(text).toContain('from: edge what: app listener: HTTP 8080 passage: open');
  });

  test('says which firewall blocks a flow, and which of its rules to mend, from 1', async () => {
    const text = flat(await told(guarded()));
    expect(text).toMatch(/BLOCKED FLOWS 1 flow - app reads from db \(MySQL\): vault, no rule lets it through/);
    expect(text).toContain('- outer, rule 2 (allows 203.0.113.0/24 to lb): nobody needs it');
    expect(text).toContain(
      '- inner, rule 1 (allows 10.0.1.0/24 to app): wider than needed: it also lets through 255 addresses',
    );
    expect(text).toContain('- inner, rule 2 (allows lb to app): never matches: earlier rule 1 takes all its packets');
    expect(text).toContain('lb (admin, HTTP 8404): no declared flow ends there');
    expect(text).toContain('db (MySQL): needed, and nothing gets through');
  });

  test('claims nothing of what is undeclared', async () => {
    const site = architecture('open question');
    const inside = site.zone('inside');
    inside.firewall('fw', { incoming: 'filtered' });
    site.user('visitor').visits(inside.webServer('web', { listens: http() }));
    const text = flat(await told(site));
    expect(text).toContain('reach no listener. Of 1 the model does not tell whether they do.');
    expect(text).toContain('not known fw does not tell');
    expect(text).toContain('What gets in is not told of fw. - What may leave is not told of fw.');
    expect(text).not.toContain('BLOCKED');
  });

  test('is bounded, and says how much is left out', async () => {
    const site = architecture('large', { complete: ['firewalls'] });
    for (let port = 1; port <= 50; port++) site.webServer(`web ${port}`, { listens: http({ port }) });
    expect(await told(site)).toContain('and 10 more; --json tells them all');
  });

  test('keeps to the width, and says the same with colours', async () => {
    for (const width of [40, 72, 110]) {
      const text = await told(guarded(), width);
      for (const line of text.split('\n')) expect(cellsOf(line)).toBeLessThanOrEqual(width);
      const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
      expect((await told(guarded(), width, true)).replaceAll(escapes, '')).toBe(text);
    }
  });

  test('a name can do nothing to the terminal', async () => {
    const site = architecture('hostile');
    const web = site.webServer(hostileName.replaceAll(/[/\p{Cc}]/gu, ''), { listens: http() });
    site.user('visitor').visits(web);
    const text = await told(site);
    expect(text).toContain('alert');
    for (const sign of ['\u001b', '\u202e']) expect(text).not.toContain(sign);
  });
});
