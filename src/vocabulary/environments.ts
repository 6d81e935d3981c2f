/** The environments a model can stand for; apart from the other words because the builder in the sandbox looks them up. */
export const environments = ['production', 'staging', 'test', 'development'] as const;
export type Environment = (typeof environments)[number];
