import { architecture, http } from 'stanchion';
import { cellsOf } from '../../../src/report/terminal/cells.js';
import { loadToTerminal } from '../../../src/report/terminal/load-to-terminal.js';
import balanced from '../cases/balanced.js';
import { explained } from '../explained.js';
import { hostileName } from '../support.js';

function told(site: unknown, width = 110, colour = false): Promise<string> {
  return loadToTerminal(explained(site), { colour, width, sourceLines: () => undefined });
}

/** As one line, whatever the table made of it. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('loadToTerminal', () => {
  test('says in a word what is overloaded, in which failure', async () => {
    const text = flat(await told(balanced({ requestsPerSecond: 600 }), 60));
    expect(text).toContain('element: nginx on server-1, server-2 and server-3 gets: 200 takes: 250 now: 80 %');
    expect(text).toContain('worst failure: OVERLOADED, 120 %: 300 of 250 without server-2 or server-1');
    expect(text).toContain('CONNECTIONS open at the same time - mysql: TOO MANY, 60 of 50');
    expect(text).toContain('take: 750 less largest: 500, TOO LITTLE');
  });

  test('lists what is not told, and what was taken for granted', async () => {
    const text = flat(await told(balanced({ requestsPerSecond: 600 })));
    expect(text).toContain("Say what 'lb' takes: `capacity: { requestsPerSecond }`. (1 element waits)");
    expect(text).toContain('one call for each request is taken');
  });

  test('prints no number where no demand is told', async () => {
    const text = await told(balanced());
    expect(text).toContain('No flow tells how many requests it carries');
    expect(text).not.toContain('250');
    expect(flat(text)).toContain("Say how many requests come where 'visitor' visits 'lb'");
  });

  test('keeps to the width, and says the same with colours', async () => {
    for (const width of [40, 72, 110]) {
      const text = await told(balanced({ requestsPerSecond: 600 }), width);
      for (const line of text.split('\n')) expect(cellsOf(line)).toBeLessThanOrEqual(width);
      const painted = (await told(balanced({ requestsPerSecond: 600 }), width, true)).replaceAll(
        new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'),
        '',
      );
      expect(painted).toBe(text);
    }
  });

  test('a name can do nothing to the terminal', async () => {
    const site = architecture('hostile');
    const web = site.webServer(hostileName.replaceAll(/[/\p{Cc}]/gu, ''), { listens: http() });
    site.user('visitor').visits(web, { requestsPerSecond: 1 });
    const text = await told(site);
    for (const sign of ['\u001b', '\u202e']) expect(text).not.toContain(sign);
  });

  test('says of circles that grow, and of a demand that is only a lower bound', async () => {
    const site = architecture('circle');
    const [a, b] = [site.appServer('a'), site.appServer('b')];
    site.user('visitor').visits(a, { requestsPerSecond: 10 });
    a.calls(b, { perRequest: 2 });
    b.calls(a, { perRequest: 2 });
    const text = flat(await told(site));
    expect(text).toContain('GOES ROUND calls that grow each time - a and b');
    expect(text).toContain('at least 10');
  });
});
