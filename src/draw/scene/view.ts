import type { Architecture, Element, ElementId, Flow, Listener } from '../../graph/architecture.js';
import type { Pill, ViewName } from './scene.js';
import type { Line, Stroke } from './stroke.js';

/** How a view chooses what it shows. The same steps make a scene of every one of them. */
export interface View {
  /** `own`: an author's. */
  readonly name: ViewName | 'own';
  /** Behind the name of the architecture in the title. */
  readonly about: string;
  readonly direction: 'TB' | 'LR';
  /** What is drawn round cards: zones alone, servers too that have a firewall or hold several things, or all servers and failure domains. */
  readonly frames: 'zones' | 'guarded' | 'servers';
  /** The firewalls that are cards in the way. Left out: those between users and what they visit. */
  readonly guards?: 'all' | 'none';
  /** Only what flows say: no look-ups of names, no replication that goes without saying. */
  readonly isLiteral?: boolean;
  /** A line leads from who opens a connection to who listens, whichever way data move; replication stays as it is. */
  readonly followsConnections?: boolean;
  /** Flows lead straight to their target, past what they go through. */
  readonly skipsPassage?: boolean;
  /** Labels without what a line says by itself. */
  readonly isTerse: boolean;
  readonly folding: Folding;
  /** The families of rules whose findings this view is about: the others have no badge here. Left out: all. */
  readonly families?: readonly string[];
  /** Whether what makes others take over is drawn with a line to them. */
  readonly showsFailover: boolean;
  draws(flow: Flow, model: Architecture): boolean;
  /** Whether an element that could be a card is one. `touched`: what drawn traffic leads to or comes from. */
  shows(element: Element, model: Architecture, touched: ReadonlySet<ElementId>): boolean;
  /** The model with what this view shows beside it. All that is asked of the view is asked about this. */
  extend?(model: Architecture): Architecture;
  /** A line as this view says it, before it is known what it leads through. Left out: by its protocol. */
  say?(flow: Flow, line: Line, listener: Listener | undefined, model: Architecture): Line;
  /** A line in steps, where it leads through something that the flow does not name. */
  lead?(stroke: Stroke, model: Architecture): readonly Stroke[];
  /**
   * What a card or frame says beside who it is. `hasEye`: it is watched by what draws no line to it; `hasShield`: a firewall
   * of its own has no card. `drawn`: monitors whose lines say what they watch.
   */
  tell?(
    element: Element,
    model: Architecture,
    hasEye: boolean,
    hasShield: boolean,
    drawn?: ReadonlySet<ElementId>,
  ): Told;
  /** Below the title. Left out: the summary of the model. */
  sumUp?(model: Architecture): string;
}

/** What a view tells of an element. */
export interface Told {
  /** A few words each, in small print. */
  readonly facts?: readonly string[];
  readonly pill?: Pill;
  /** Whole sentences for those who cannot see the picture. */
  readonly spoken?: readonly string[];
}

export interface Folding {
  /** A tier of more than these is folded in any picture. */
  readonly mostOfATier: number;
  /** A picture of more boxes folds every tier. */
  readonly some: number;
  /** A picture of more boxes folds whatever looks alike. */
  readonly many: number;
}
