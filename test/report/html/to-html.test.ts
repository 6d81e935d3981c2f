import { SaxesParser } from 'saxes';
import { architecture } from 'stanchion';
import { bullets, code, heading, link, paragraph, strong, table } from '../../../src/report/document/make-node.js';
import type { ReportNode } from '../../../src/report/document/tree.js';
import { toHtml } from '../../../src/report/html/to-html.js';
import { auditOf, documentOf, hostileName } from '../support.js';

interface Page {
  /** Every tag with its attributes, as a strict reader sees them. */
  readonly tags: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[];
  readonly text: string;
}

/** Our pages are strict enough for a reader of XML, once the tags without an end are closed: nothing is left to guess. */
function read(html: string): Page {
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes: attributes as Record<string, string> }));
  parser.on('text', (part) => {
    text += part;
  });
  parser.write(html.replace('<!doctype html>', '').replace(/<(meta|img|br|hr)\b([^>]*)>/g, '<$1$2/>')).close();
  return { tags, text };
}

const page = async (nodes: readonly ReportNode[], title = 'x') => read(await toHtml(nodes, { title }));
const allowed =
  'html head meta title style body a nav ol ul li main h1 h2 h3 p strong em code div table thead tbody tr th td';

describe('toHtml', () => {
  const nodes = [
    heading(1, hostileName),
    heading(2, hostileName),
    paragraph(hostileName, link('javascript:alert(1)', hostileName), strong(hostileName), code(hostileName)),
    table([hostileName], [[hostileName], [[code(hostileName)]]]),
    bullets([hostileName]),
  ];

  test('lets no name become a tag, an attribute, a link or a script', async () => {
    const { tags, text } = await page(nodes, hostileName);
    for (const { name, attributes } of tags) {
      expect(allowed.split(' ')).toContain(name);
      expect(Object.keys(attributes).filter((attribute) => attribute.startsWith('on'))).toEqual([]);
      if (attributes.href !== undefined) expect(attributes.href).toMatch(/^(#|https:)/);
    }
    for (const character of ['\u001b', '\u202e']) expect(text).not.toContain(character);
    expect(text.match(/<script>alert\(1\)<\/script>/g)?.length).toBeGreaterThan(8);
  });

  test('says by its policy that nothing runs and nothing is fetched', async () => {
    const { tags } = await page([]);
    const policy = tags.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    expect(policy?.attributes.content).toContain("default-src 'none'");
    expect(policy?.attributes.content).not.toContain('script-src');
  });

  test('takes our own pictures in, and names those it was not given', async () => {
    const picture = { type: 'picture', file: 'overview.svg', alt: 'the "whole" [*x*](y) <b>' } as const;
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    expect(await toHtml([picture], { title: 'x', svgs: new Map([['overview.svg', svg]]) })).toContain(
      `<figure>${svg}</figure>`,
    );
    expect(await toHtml([picture], { title: 'x' })).toContain(
      '<img src="overview.svg" alt="the &quot;whole&quot; [*x*](y) &lt;b&gt;">',
    );
  });

  test('gives every heading an id of its own, and leads to the sections', async () => {
    const texts = ['Findings', 'Findings', '!!', 'page.main', 'שלום'];
    const { tags } = await page([heading(1, 'A'), ...texts.map((text) => heading(2, text))]);
    const ids = tags.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    expect(ids).toEqual(['page.main', 'a', 'findings', 'findings-1', 'section', 'pagemain', 'שלום']);
    const links = tags.filter(({ name }) => name === 'a').map(({ attributes: { href = '' } }) => decodeURI(href));
    expect(links).toEqual(ids.filter((id) => id !== 'a').map((id) => `#${id}`));
  });

  test('every link within the page leads somewhere', async () => {
    const { tags } = await page(documentOf(auditOf(hostileSite())));
    const ids = new Set(tags.map(({ attributes: { id } }) => id));
    const links = tags.flatMap(({ attributes: { href = '' } }) =>
      href.startsWith('#') ? [decodeURI(href.slice(1))] : [],
    );
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('names tables and their columns for those who hear the page', async () => {
    const { tags } = await page([heading(2, 'Findings'), table(['no.', 'x'], [[[strong('H1')], 'a']])]);
    expect(tags.find(({ name }) => name === 'div')?.attributes).toMatchObject({
      role: 'region',
      'aria-label': 'Table: Findings',
      tabindex: '0',
    });
    const heads = tags.filter(({ name }) => name === 'th').map(({ attributes }) => attributes.scope);
    expect(heads).toEqual(['col', 'col', 'row']);
  });

  test('marks the numbers of findings, and no name that looks like one', async () => {
    const html = await toHtml([paragraph(strong('H2'), ' H2 ', strong('C'), strong('X1'))], { title: 'x' });
    expect(html.match(/class="mark[^"]*"/g)).toEqual(['class="mark high"']);
  });

  test('writes the report of a model with a hostile name in every place', async () => {
    const { tags } = await page(documentOf(auditOf(hostileSite())));
    expect([...new Set(tags.map(({ name }) => name))].filter((name) => !allowed.split(' ').includes(name))).toEqual([]);
  });
});

/** The builder itself refuses what no name may hold. */
function hostileSite() {
  const safe = hostileName.replace('\u001b', '').replaceAll('/', '');
  const site = architecture(safe, { summary: hostileName.replace('\u001b', ''), owner: safe });
  const server = site.server(safe, { description: hostileName, why: hostileName });
  const web = server.webServer(`${safe} web`, { software: hostileName });
  site.user(safe).visits(web);
  web.reads(server.cache(`${safe} cache`));
  return site;
}
