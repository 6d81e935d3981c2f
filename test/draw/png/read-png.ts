import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel, row by row. */
  readonly bytes: Uint8Array;
}

const signature = '89504e470d0a1a0a';
const perPixel = 4;

/** Reads a PNG of eight bits for each of red, green, blue and opacity, and throws at any other. */
export function readPng(png: Uint8Array): Pixels {
  const file = Buffer.from(png);
  if (file.subarray(0, 8).toString('hex') !== signature) throw new Error('No PNG.');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (file[24] !== 8 || file[25] !== 6) throw new Error('Another sort of PNG.');
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const size = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + size));
  }
  return { width, height, bytes: unfilter(inflateSync(Buffer.concat(data)), width * perPixel, height) };
}

/** Each row is written as the difference to what stands left of it and above it. */
function unfilter(filtered: Uint8Array, rowLength: number, height: number): Uint8Array {
  const bytes = new Uint8Array(rowLength * height);
  for (let row = 0; row < height; row += 1) {
    const filter = filtered[row * (rowLength + 1)]!;
    for (let column = 0; column < rowLength; column += 1) {
      const at = row * rowLength + column;
      const left = column < perPixel ? 0 : bytes[at - perPixel]!;
      const above = row === 0 ? 0 : bytes[at - rowLength]!;
      const corner = row === 0 || column < perPixel ? 0 : bytes[at - rowLength - perPixel]!;
      bytes[at] = filtered[row * (rowLength + 1) + 1 + column]! + predicted(filter, left, above, corner);
    }
  }
  return bytes;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return Math.floor((left + above) / 2);
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const distances = [left, above, corner].map((value) => Math.abs(guess - value));
  return [left, above, corner][distances.indexOf(Math.min(...distances))]!;
}

/** How many different colours a part of a picture has, in its own pixels. */
export function coloursWithin(
  { width, bytes }: Pixels,
  at: { x: number; y: number; width: number; height: number },
): number {
  const colours = new Set<string>();
  for (let y = Math.floor(at.y); y < at.y + at.height; y += 1) {
    for (let x = Math.floor(at.x); x < at.x + at.width; x += 1) {
      const from = (y * width + x) * perPixel;
      colours.add(bytes.subarray(from, from + perPixel).join(','));
    }
  }
  return colours.size;
}
