import { architecture } from 'stanchion';
import { heading, link, paragraph, table } from '../../../src/report/document/tree.js';
import { toHtml } from '../../../src/report/html/to-html.js';
import { auditOf, documentOf, hostileName } from '../support.js';

/** Every tag that a browser would see. */
function tagsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name = '']) => name.toLowerCase()));
}

describe('toHtml', () => {
  test('lets no name become a tag, a link or a script', async () => {
    const nodes = [
      heading(1, hostileName),
      paragraph(hostileName, link(hostileName, 'javascript:alert(1)')),
      table([hostileName], [[[hostileName]]]),
    ];
    const html = await toHtml(nodes, { title: hostileName });
    expect(tagsOf(html)).not.toContain('script');
    expect(html).not.toMatch(/href="(?!#|https:)/);
    expect(html).not.toContain('\u202e');
    expect(html).toContain('&lt;script&gt;');
  });

  test('says by its policy that nothing runs and nothing is fetched', async () => {
    expect(await toHtml([], { title: 'x' })).toContain("default-src 'none'");
  });

  test('takes our own pictures in, and names those it was not given', async () => {
    const picture = { type: 'picture', file: 'overview.svg', alt: 'the whole' } as const;
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    expect(await toHtml([picture], { title: 'x', svgs: new Map([['overview.svg', svg]]) })).toContain(svg);
    expect(await toHtml([picture], { title: 'x' })).toContain('<img src="overview.svg" alt="the whole">');
  });

  test('gives every heading an id of its own, and leads to the sections', async () => {
    const html = await toHtml([heading(1, 'A'), heading(2, 'Findings'), heading(2, 'Findings'), heading(2, '!!')], {
      title: 'A',
    });
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(['main', 'a', 'findings', 'findings--2', 'section']);
    expect(html).toContain('<a href="#findings--2">Findings</a>');
  });

  test('writes the report of a model with a hostile name in every place', async () => {
    const safe = hostileName.replace('\u001b', '').replaceAll('/', '');
    const site = architecture(safe, { summary: hostileName.replace('\u001b', ''), owner: safe });
    const server = site.server(safe, { description: hostileName, why: hostileName });
    site.user(safe).visits(server.webServer(safe, { software: hostileName }));
    const audited = auditOf(site);
    const html = await toHtml(documentOf(audited), { title: audited.model.name });
    expect(tagsOf(html)).not.toContain('script');
  });
});
