import type { Severity } from '../../audit/finding.js';
import type { ElementId, FlowId } from '../../graph/architecture.js';
import type { Day } from '../../vocabulary/units.js';
import type { ViewName } from '../../vocabulary/words.js';

/** What a picture shows: boxes, clusters, arrows, marks. No colours, no coordinates. */
export { type ViewName, viewNames } from '../../vocabulary/words.js';

/** What became of an element when others failed: `failed` is a cause, `dead` died of one. */
export type FailureState = 'failed' | 'dead' | 'degraded' | 'untouched';
/** What a change made of an element. What moved or was renamed may have changed besides. */
export type ChangeState = 'added' | 'removed' | 'moved' | 'renamed' | 'changed' | 'untouched';
export type PartState = FailureState | ChangeState;
/** The words on pills; people are cut off rather than dead. Those behind what a change makes of an element are about what is found and told. */
export type PillName =
  | 'failed'
  | 'dead'
  | 'cut off'
  | 'degraded'
  | 'broken'
  | 'works'
  | Exclude<ChangeState, 'untouched'>
  | 'fixed'
  | 'not told'
  | 'weakened';

/** What a view says of a card in a word or two: what the internet reaches, where TLS ends. */
export type TellingName = 'internet' | 'part of the internet' | 'internet not known' | 'ends TLS' | LackName;
/** What is known to be missing, or not told. */
export type LackName = 'no backup' | 'not watched' | 'alerts nobody' | 'not stated';

/** Words on a pill astride an edge. What the sort means the legend says. */
export interface Pill {
  readonly sort: PillName | TellingName;
  readonly text: string;
}

/** An entry of the list below a picture of a failure or a change: a journey, or elements with one reason. */
export interface Note {
  /** Left out: it says how many more there are. */
  readonly pill?: PillName;
  readonly text: string;
}

/** How a card is drawn. */
export type Shape = 'card' | 'person' | 'store' | 'guard' | 'outside';

/** A numbered finding, `H2`: the severity's letter and its place in the list of this model's findings. */
export interface Mark {
  readonly letter: 'C' | 'H' | 'M' | 'L';
  readonly number: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly text: string;
  /** Muted; the legend says until when. */
  readonly accepted: boolean;
  /** The last day of the waiver of an accepted one, where it says one. */
  readonly until?: Day;
}

export interface Box {
  /** `n1`, `n2` …: no author's text enters Graphviz or an XML id. */
  readonly id: string;
  readonly element: ElementId;
  readonly cluster?: string;
  readonly shape: Shape;
  /** Name of a glyph, or of a brand where the software is known (`nginx`). */
  readonly icon: string;
  /** Which of the palette's kind colours the icon takes. */
  readonly tone: Tone;
  readonly name: string;
  /** The small line: role, software with version. */
  readonly detail: string;
  /** What this view tells of it, in further lines below the small one. */
  readonly facts?: readonly string[];
  /** One sentence in plain words for `<title>`/`<desc>`. */
  readonly description: string;
  /** More than 1: a folded set. */
  readonly count: number;
  readonly marks: readonly Mark[];
  /** Watched by something that draws no lines. */
  readonly watched: boolean;
  /** It watches this many elements whose lines are not drawn. */
  readonly watches: number;
  /** A firewall of its own that is not a card: a shield says so. */
  readonly guarded?: boolean;
  /** Set in a picture of a failure or a change. */
  readonly state?: PartState;
  /** What this view says of it in a word. */
  readonly pill?: Pill;
}

export type Tone =
  | 'person'
  | 'name'
  | 'edge'
  | 'guard'
  | 'web'
  | 'app'
  | 'store'
  | 'cache'
  | 'queue'
  | 'operations'
  | 'outside';

export interface Group {
  readonly id: string;
  readonly element?: ElementId;
  readonly parent?: string;
  readonly kind: 'server' | 'zone' | 'region' | 'domain' | 'cluster' | 'tier';
  readonly name: string;
  /** Small print at the right of the title: the operating system, the trust. */
  readonly detail: string;
  readonly description: string;
  readonly marks: readonly Mark[];
  /** A firewall of its own that is not a card: a shield in the title says so. */
  readonly guarded?: boolean;
  /** An agent on it reports to something that draws no lines. */
  readonly watched?: boolean;
  /** More than 1: it stands for as many places alike. */
  readonly count?: number;
  /** Set in a picture of a failure or a change; a frame that is untouched round something that is not has none. */
  readonly state?: PartState;
  readonly pill?: Pill;
}

export type LineStyle =
  | 'encrypted'
  | 'plaintext'
  /** In plaintext after TLS was ended before it. */
  | 'decrypted'
  | 'unknown'
  | 'local'
  | 'replication'
  | 'operations'
  /** What becomes of its packets at the firewalls, in a view about those. */
  | 'passes'
  | 'blocked'
  | 'untold';

/** What a line of style `operations` is for; the legend names those that occur. */
export type Purpose = 'name look-up' | 'failover' | 'monitoring' | 'alerts' | 'backup' | 'administration';

/** What a change made of a line. */
export type LineChange = 'added' | 'removed' | 'changed';
export type LineState = 'cut' | LineChange | 'untouched';

/** Flows of one sort drawn as one tree: every source with every target. */
export interface Bundle {
  readonly id: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly flows: readonly FlowId[];
  readonly style: LineStyle;
  readonly head: 'full' | 'hollow' | 'diamond';
  /** Optional flows and standbys say so in the label. */
  readonly label: string;
  /** A shorter one, tried when the label finds no room. */
  readonly shortLabel?: string;
  readonly lock?: 'closed' | 'open' | 'question';
  readonly description: string;
  readonly marks: readonly Mark[];
  /** Traffic orders the picture; replication stands side by side; operations push nothing about. */
  readonly sort: 'traffic' | 'replication' | 'operations';
  /** A user's look-up of a name: the two stand side by side. */
  readonly sideBySide: boolean;
  /** Set on lines of style `operations`. */
  readonly purpose?: Purpose;
  /** An optional flow or a standby: a thinner line; the label has the word. */
  readonly thin?: boolean;
  /** In a picture of a failure: it cannot be taken. In one of a change: what became of it. In both: it is not touched. */
  readonly state?: LineState;
}

export interface Scene {
  readonly view: ViewName | 'failure' | 'change' | 'own';
  readonly title: string;
  readonly subtitle: string;
  readonly footer: string;
  readonly direction: 'TB' | 'LR';
  readonly boxes: readonly Box[];
  readonly groups: readonly Group[];
  readonly bundles: readonly Bundle[];
  /** Every mark in the picture once, in order; the legend's list of findings. */
  readonly marks: readonly Mark[];
  /** The legend's list. Of a failure: journeys, then what stopped or is worse off, with the reasons; of a change: what a picture cannot show. */
  readonly notes?: readonly Note[];
  /** What a screen reader is told of the picture as a whole. */
  readonly description: string;
  /** Letters and digits that name the content of the picture: part of ids, so that two pictures can stand on one page. */
  readonly digest?: string;
}
