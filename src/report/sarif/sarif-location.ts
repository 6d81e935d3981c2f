import type { SourcePosition } from '../../graph/architecture.js';
import type { Location } from './sarif-log.js';
import { sarifText, uriOf } from './sarif-text.js';

/** The folder that the audit was run in: what paths are relative to. */
export const sourceRoot = 'SRCROOT';

/** Something of a model: an element, a flow or the model itself. */
export interface Named {
  readonly kind: string;
  readonly name: string;
  readonly id: string;
}

/** Where something stands, both in the source and in the model. */
export function locationOf(place: SourcePosition | undefined, named: Named, text?: string): Location {
  return {
    ...(place && { physicalLocation: physical(place) }),
    logicalLocations: [{ name: sarifText(named.name), fullyQualifiedName: sarifText(named.id), kind: named.kind }],
    ...(text !== undefined && { message: { text: sarifText(text) } }),
  };
}

export function physical({ file, line, column }: SourcePosition): NonNullable<Location['physicalLocation']> {
  const isAbsolute = file.startsWith('/');
  return {
    artifactLocation: { uri: uriOf(file), ...(!isAbsolute && { uriBaseId: sourceRoot }) },
    region: { startLine: line, startColumn: column },
  };
}
