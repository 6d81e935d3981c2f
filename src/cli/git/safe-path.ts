const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i;

/**
 * Why a path out of a repository is not written, or undefined where it may be. git itself makes no such entries; who writes objects
 * by hand can.
 */
export function whyUnsafe(path: string, platform: string): string | undefined {
  if (path.startsWith('/')) return 'is absolute';
  const names = path.split('/');
  if (names.some((name) => name === '' || name === '.' || name === '..')) return 'leads out of its folder';
  if (names.some(isGitFolder)) return "lies in a folder '.git'";
  if (platform === 'win32' && names.some((name) => /[\\:*?"<>|]|[. ]$/.test(name) || reservedOnWindows.test(name))) {
    return 'cannot be the name of a file on Windows';
  }
  return undefined;
}

/** As file systems see it that take no account of case, of letters without width, or give short names. */
function isGitFolder(name: string): boolean {
  const seen = name
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[. ]+$/, '');
  return seen === '.git' || seen === 'git~1';
}
