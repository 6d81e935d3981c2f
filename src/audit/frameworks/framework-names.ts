/** Each framework by its name. A list of its own, since every command's flags name them and few read what they are. */
export const frameworkNames = ['stride', 'nist-800-53', 'aws-well-architected', 'cwe', 'asvs', 'cis'] as const;

export type FrameworkName = (typeof frameworkNames)[number];
