import { tag } from './tag.js';

const https = /^https:\/\/[^\s\\]+$/i;
/** No scheme, no other host, nothing that a browser would mend into either. */
const relative = /^(?!\/\/)(?:[^\s:\\/?#]*(?:[/?#][^\s\\]*)?)$/;

/** The address if a picture may lead there: relative, or https. */
export function safeLink(address: string | undefined): string | undefined {
  if (address === undefined || address === '' || /\p{Cc}/u.test(address)) return undefined;
  return https.test(address) || relative.test(address) ? address : undefined;
}

/** Markup inside a link, or as it was where there is none. */
export function linked(address: string | undefined, markup: string): string {
  const href = safeLink(address);
  return href === undefined ? markup : tag('a', { href }, [markup]);
}
