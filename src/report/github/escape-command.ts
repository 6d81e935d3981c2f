/** Everything that stands between a text and its being read as a command by the runner of GitHub Actions. Nothing else in this folder escapes. */

/** What stands behind the second `::`. Line breaks are kept, as their codes. */
export function escapeData(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/%/g, '%25')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A')
    .replace(/[\u2028\u2029\u0085\v\f]/g, ' ');
}

/** The value of a property, such as `title`. */
export function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
