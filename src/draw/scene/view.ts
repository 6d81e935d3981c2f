import type { Architecture, Element, ElementId, Flow } from '../../graph/architecture.js';
import type { ViewName } from './scene.js';

/** How a view chooses what it shows. The same steps make a scene of every one of them. */
export interface View {
  /** `own`: an author's. */
  readonly name: ViewName | 'own';
  /** Behind the name of the architecture in the title. */
  readonly about: string;
  /** Below the title, in place of what the architecture says of itself. */
  readonly summary?: string;
  readonly direction: 'TB' | 'LR';
  /** What is drawn round cards: zones alone, or servers and failure domains too. */
  readonly frames: 'zones' | 'servers';
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
}

export interface Folding {
  /** A tier of more than these is folded in any picture. */
  readonly mostOfATier: number;
  /** A picture of more boxes folds every tier. */
  readonly some: number;
  /** A picture of more boxes folds whatever looks alike. */
  readonly many: number;
}
