/** Put in by the build from package.json. */
declare const STANCHION_VERSION: string | undefined;

export const version = typeof STANCHION_VERSION === 'undefined' ? '0.0.0-source' : STANCHION_VERSION;
