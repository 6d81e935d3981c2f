import { plainLine } from '../markdown/escape-markdown.js';

/** Everything that stands between a text and its being read as more than text in SARIF. Nothing else in this folder escapes. */

/**
 * A message: readers make links of `[text](address)` and put arguments in place of `{0}`, also in plain text. A space between takes them
 * apart for every reader, whether it knows of escapes or not.
 */
export function sarifText(text: string): string {
  return plainLine(text)
    .trim()
    .replace(/\](?=\()/g, '] ')
    .replace(/\{(?=\d+\})/g, '{ ');
}

/** A path as the reference of a URI, relative where the path is. */
export function uriOf(path: string): string {
  const uri = path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  return path.startsWith('/') ? `file://${uri}` : uri;
}
