/** The part of SARIF 2.1.0 that is written here, under its own names. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly Run[];
}

export interface Run {
  readonly tool: { readonly driver: Driver };
  readonly columnKind: 'utf16CodeUnits';
  readonly originalUriBaseIds: Readonly<Record<string, { readonly description: Message }>>;
  readonly invocations: readonly Invocation[];
  readonly results: readonly Result[];
}

export interface Driver {
  readonly name: string;
  readonly semanticVersion: string;
  readonly rules: readonly RuleDescriptor[];
}

export interface Message {
  readonly text: string;
  readonly markdown?: string;
}

export type Level = 'error' | 'warning' | 'note';

export interface RuleDescriptor {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: Message;
  readonly fullDescription: Message;
  readonly help: Message;
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: Level };
  readonly properties: {
    readonly tags: readonly string[];
    readonly 'security-severity': string;
    readonly references: readonly string[];
  };
}

export interface Location {
  readonly id?: number;
  readonly physicalLocation?: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: { readonly startLine: number; readonly startColumn: number };
  };
  readonly logicalLocations?: readonly {
    readonly name: string;
    readonly fullyQualifiedName: string;
    readonly kind: string;
  }[];
  readonly message?: Message;
}

export interface CodeFlow {
  readonly threadFlows: readonly [{ readonly locations: readonly { readonly location: Location }[] }];
}

export interface Suppression {
  readonly kind: 'inSource' | 'external';
  readonly status: 'accepted';
  readonly justification: string;
  readonly location?: Location;
}

export interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: 'fail';
  readonly level: Level;
  readonly message: Message;
  readonly locations: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly relatedLocations?: readonly Location[];
  readonly codeFlows?: readonly CodeFlow[];
  readonly suppressions: readonly Suppression[];
  readonly baselineState?: 'new' | 'unchanged' | 'absent';
  readonly properties: Readonly<Record<string, string | number>>;
}

export interface Invocation {
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly Notification[];
}

export interface Notification {
  readonly level: Level;
  readonly message: Message;
  readonly locations?: readonly Location[];
  readonly descriptor?: { readonly id: string };
}
