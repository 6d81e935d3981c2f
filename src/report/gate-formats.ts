/** The formats in which the gate tells a change. */
export const gateFormats = ['terminal', 'json', 'markdown', 'sarif', 'junit', 'github', 'gitlab'] as const;

export type GateFormat = (typeof gateFormats)[number];
