/** `nginx` and `1.28` of `'nginx 1.28'`. */
export interface SoftwareVersion {
  readonly name: string;
  /** Undefined where only a name is told. */
  readonly version: string | undefined;
}

/** Takes apart how people say it: a name, and behind a space what begins with a digit. */
export function softwareVersion(said: string): SoftwareVersion {
  const [, name = said, version] = /^(.*?\S)\s+v?(\d\S*(?:\s.*)?)$/i.exec(said.trim()) ?? [];
  return { name: name.trim(), version };
}
