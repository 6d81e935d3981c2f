import { Misuse } from './misuse.js';

/** Where the pages of the rules are published, ending with `/`. */
export function chooseRulePages(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isPlain = url?.protocol === 'https:' && url.search === '' && url.hash === '' && url.username === '';
  if (!url || !isPlain) {
    throw new Misuse(
      `'${given}' is no address of a folder of pages.`,
      'Write: --rule-pages https://example.org/stanchion/docs/rules',
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
