import { type DirectionName, type FormatName, formatNames, type IconChoice, type ThemeName } from '../draw/formats.js';
import type { DrawOptions } from '../pipeline.js';
import type { Request } from './command.js';
import { Misuse } from './misuse.js';

/** What `render` was asked to draw, and how. */
export interface PictureRequest {
  /** Names of views; none: all that a model has. */
  readonly views: readonly string[];
  readonly formats: readonly FormatName[];
  readonly options: DrawOptions;
  /** Nothing is written: the self-test looks at every picture. */
  readonly isCheck: boolean;
}

/** Reads the flags of `render`. Throws Misuse where they do not go together. */
export function readPictureRequest(request: Request): PictureRequest {
  const { value, values, has } = request;
  const [views, formats] = [values('view'), values('format')];
  refuseUseless(request);
  const [theme, direction, icons] = [value('theme'), value('direction'), value('embed-icons')];
  const [scale, width] = [numberOf(request, 'scale'), numberOf(request, 'width')];
  return {
    views,
    formats: formats.length === 0 ? ['svg'] : formatNames.filter((format) => formats.includes(format)),
    options: {
      ...(theme !== undefined && { theme: theme as ThemeName }),
      ...(direction !== undefined && { direction: direction as DirectionName }),
      ...(icons !== undefined && { icons: icons as IconChoice }),
      ...(has('no-fold') && { folding: 'none' as const }),
      ...(scale !== undefined && { scale }),
      ...(width !== undefined && { width }),
    },
    isCheck: has('check'),
  };
}

const sizes = ['scale', 'width'];
const ofFiles = ['format', 'theme', 'embed-icons', 'out', ...sizes];

/** A flag that changes nothing is a misunderstanding, better told now than found out later. */
function refuseUseless({ has, values }: Request): void {
  const useless = has('check') ? ofFiles.find(has) : undefined;
  if (useless !== undefined) {
    throw new Misuse(`'--check' writes no files, and '--${useless}' is about files.`, 'Leave out one of the two.');
  }
  if (has('scale') && has('width')) {
    throw new Misuse("'--scale' and '--width' both say how large a PNG is.", 'Leave out one of the two.');
  }
  const size = values('format').includes('png') ? undefined : sizes.find(has);
  if (size !== undefined) throw new Misuse(`'--${size}' is for PNG only.`, `Write: --format png --${size} …`);
  if (values('format').length > 0 && values('format').every(isPlain) && (has('theme') || has('embed-icons'))) {
    throw new Misuse('Graphviz and Mermaid have themes of their own.', 'Themes and icons are for SVG and PNG.');
  }
}

function isPlain(format: string): boolean {
  return format === 'dot' || format === 'mmd';
}

function numberOf({ value }: Request, flag: 'scale' | 'width'): number | undefined {
  const given = value(flag);
  if (given === undefined) return undefined;
  const pattern = flag === 'scale' ? /^\d{1,6}(\.\d{1,6})?$/ : /^\d{1,9}$/;
  const number = pattern.test(given) ? Number(given) : 0;
  if (number > 0) return number;
  const allowed =
    flag === 'scale'
      ? 'It takes a number above 0: --scale 2, or --scale 1.5.'
      : 'It takes a whole number of pixels above 0: --width 1600.';
  throw new Misuse(`'${given}' is no value of '--${flag}'.`, `${allowed} A PNG has at most 100 million pixels.`);
}
