import type { Severity } from '../../audit/finding.js';

export type Brush = (text: string) => string;

/** How words are emphasised. Without colour every brush hands its text back: nothing is said by colour alone. */
export interface Paint {
  readonly strong: Brush;
  readonly muted: Brush;
  readonly place: Brush;
  readonly good: Brush;
  readonly bad: Brush;
  readonly severity: Readonly<Record<Severity, Brush>>;
}

export const plain: Brush = (text) => text;

const plainPaint: Paint = {
  strong: plain,
  muted: plain,
  place: plain,
  good: plain,
  bad: plain,
  severity: { critical: plain, high: plain, medium: plain, low: plain },
};

/** The brushes; the library for colours is read only where they are wanted. */
export async function mixPaint(colour: boolean): Promise<Paint> {
  if (!colour) return plainPaint;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    strong: chalk.bold,
    muted: chalk.dim,
    place: chalk.cyan,
    good: chalk.green,
    bad: chalk.red,
    severity: {
      critical: chalk.bold.red.inverse,
      high: chalk.bold.red,
      medium: chalk.bold.yellow,
      low: chalk.bold.blue,
    },
  };
}
