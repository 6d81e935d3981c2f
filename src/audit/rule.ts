import type { Load } from '../analyses/capacity/result.js';
import type { Faults } from '../analyses/faults/result.js';
import type { Network } from '../analyses/network/result.js';
import type { Hop, Transport } from '../analyses/transport/result.js';
import type { Architecture, Element, Flow, SourcePosition } from '../graph/architecture.js';
import type { Day } from '../vocabulary/units.js';
import type { Edit } from './edit.js';
import type { Reference, Severity, Subject } from './finding.js';
import type { JudgedWaiver } from './judge-waivers.js';
import type { FactWanted, KnownFact } from './wanted-facts.js';

/** Message id → text with `{{slots}}`. */
export type Messages = Readonly<Record<string, string>>;
export type Options = Readonly<Record<string, unknown>>;

/** What a slot takes: elements are named so that they can be told apart, lists read "a, b and c". */
export type SlotValue = string | number | Element | readonly Element[] | readonly string[];

/** The names between double braces: `Slots<'{{a}} needs {{b}}.'>` is `'a' | 'b'`. */
export type Slots<Text extends string> = string extends Text
  ? string
  : Text extends `${string}{{${infer Slot}}}${infer Rest}`
    ? Slot | Slots<Rest>
    : never;

interface ReportBase {
  /**
   * The element or flow it is about, also for what is absent. Several: alike ones with one fault (each of them must be
   * accepted for the finding to be). Left out: the model as a whole.
   */
  readonly at?: Subject | readonly Subject[];
  /** What shows it, for the picture and the reader. The subject need not be repeated. */
  readonly evidence?: EvidenceGiven;
  /** What makes it the same finding in the next run; `at` where left out. */
  readonly fingerprint?: readonly Subject[];
  /** Tells apart findings of one rule on the same elements. */
  readonly discriminator?: string;
  /** Where this case differs from the rule's own words. */
  readonly severity?: Severity;
  readonly impact?: string;
  readonly remedy?: string;
  /** The remedy as edits of the model's own source, where one is plainly right; all of them together mend it. */
  readonly fix?: readonly Edit[];
  /** Where it was written, if not where the subject was. */
  readonly position?: SourcePosition;
}

export type EvidenceGiven =
  | readonly Hop[]
  | { readonly elements?: readonly Element[]; readonly flows?: readonly Flow[] };

interface Said<Id extends string> extends ReportBase {
  readonly message: Id;
  readonly data?: undefined;
}

interface SaidWith<Id extends string, Slot extends string> extends ReportBase {
  readonly message: Id;
  readonly data: { readonly [S in Slot]: SlotValue };
}

interface SaidSomehow extends ReportBase {
  readonly message: string;
  readonly data?: Readonly<Record<string, SlotValue>>;
}

/** What `report` takes: one of the rule's messages with exactly its slots. */
export type Report<M extends Messages> = string extends keyof M
  ? SaidSomehow
  : {
      [Id in keyof M & string]: [Slots<M[Id]>] extends [never] ? Said<Id> : SaidWith<Id, Slots<M[Id]>>;
    }[keyof M & string];

/** What a rule is given. The analyses are computed when first asked for, and once a run. */
export interface RuleContext<M extends Messages = Messages, O extends Options = Options> {
  readonly model: Architecture;
  readonly faults: Faults;
  readonly transport: Transport;
  readonly network: Network;
  readonly load: Load;
  readonly options: O;
  readonly today: Day;
  /** How each waiver fared; complete only for rules that run last. */
  readonly waivers: readonly JudgedWaiver[];
  /** The question was put to this element or flow, or the model as a whole, and the answer is good. */
  pass(subject: Subject | 'model'): void;
  report(finding: Report<M>): void;
  /** The question was put, and the model does not say what is needed to answer. */
  unknown(subject: Subject | 'model', fact: KnownFact | FactWanted): void;
}

export interface RuleDefinition<M extends Messages, O extends Options> {
  /** `family/name`. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence: what is wrong where it speaks. */
  readonly summary: string;
  /** What may happen, for somebody who decides. */
  readonly impact: string;
  /** What to do. */
  readonly remedy: string;
  /** Ids of the table of references: `CWE-319`, `NIST SC-8`. */
  readonly references: readonly string[];
  /** With their defaults, which say what a project may give instead. */
  readonly options?: O;
  /** Of options that may be of another shape than their defaults, one of each. */
  readonly optionExamples?: { readonly [Name in keyof O]?: readonly O[Name][] };
  /** What is wrong with options of the right shape, as a sentence. */
  checkOptions?(options: O): string | undefined;
  readonly messages: M;
  /** `false`: only the presets `strict` and `all` ask it. */
  readonly recommended?: boolean;
  /** Runs after all others, and sees how the waivers fared. */
  readonly runsLast?: boolean;
  check(context: RuleContext<M, O>): void;
}

/** A rule as the audit runs it. */
export interface Rule {
  readonly id: string;
  readonly family: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly impact: string;
  readonly remedy: string;
  readonly references: readonly Reference[];
  readonly options: Options;
  readonly messages: Messages;
  readonly runsLast: boolean;
  readonly recommended: boolean;
  readonly optionExamples?: Readonly<Record<string, readonly unknown[] | undefined>>;
  checkOptions?(options: Options): string | undefined;
  check(context: RuleContext): void;
}
