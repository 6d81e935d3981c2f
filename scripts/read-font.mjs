/**
 * Advance widths of a TrueType or OpenType font, read from its `cmap`, `hmtx`, `hhea` and `head` tables: all that text
 * measuring needs, and less code than a dependency.
 */

/** @param {Buffer} bytes  @returns {(codePoint: number) => number | undefined} advance in em, undefined without a glyph */
export function readFont(bytes) {
  const tables = tableDirectory(bytes);
  const unitsPerEm = bytes.readUInt16BE(tables.get('head') + 18);
  const glyphOf = characterMap(bytes, tables.get('cmap'));
  const longMetrics = bytes.readUInt16BE(tables.get('hhea') + 34);
  return (codePoint) => {
    const glyph = glyphOf(codePoint);
    if (!glyph) return undefined;
    return bytes.readUInt16BE(tables.get('hmtx') + 4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm;
  };
}

function tableDirectory(bytes) {
  const tables = new Map();
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    tables.set(bytes.toString('latin1', record, record + 4), bytes.readUInt32BE(record + 8));
  }
  return tables;
}

function characterMap(bytes, table) {
  const subtables = [];
  for (let index = 0; index < bytes.readUInt16BE(table + 2); index++) {
    const start = table + bytes.readUInt32BE(table + 4 + 8 * index + 4);
    subtables.push({ start, format: bytes.readUInt16BE(start) });
  }
  const full = subtables.find(({ format }) => format === 12);
  if (full) return segmentedCoverage(bytes, full.start);
  const basic = subtables.find(({ format }) => format === 4);
  if (!basic) throw new Error('no Unicode character map of format 4 or 12 in the font');
  return segmentMapping(bytes, basic.start);
}

/** Format 12: groups of consecutive code points and glyphs. */
function segmentedCoverage(bytes, start) {
  const groups = Array.from({ length: bytes.readUInt32BE(start + 12) }, (_, index) => {
    const group = start + 16 + 12 * index;
    return [bytes.readUInt32BE(group), bytes.readUInt32BE(group + 4), bytes.readUInt32BE(group + 8)];
  });
  return (codePoint) => {
    const group = groups.find(([first, last]) => codePoint >= first && codePoint <= last);
    return group && group[2] + codePoint - group[0];
  };
}

/** Format 4: segments with a delta, or with an offset into the glyph array behind them. */
function segmentMapping(bytes, start) {
  const count = bytes.readUInt16BE(start + 6) / 2;
  const [ends, starts] = [start + 14, start + 16 + 2 * count];
  const [deltas, offsets] = [starts + 2 * count, starts + 4 * count];
  return (codePoint) => {
    for (let index = 0; index < count; index++) {
      if (codePoint > bytes.readUInt16BE(ends + 2 * index)) continue;
      const first = bytes.readUInt16BE(starts + 2 * index);
      if (codePoint < first) return undefined;
      const delta = bytes.readUInt16BE(deltas + 2 * index);
      const offset = bytes.readUInt16BE(offsets + 2 * index);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = bytes.readUInt16BE(offsets + 2 * index + offset + 2 * (codePoint - first));
      return glyph && (glyph + delta) & 0xffff;
    }
    return undefined;
  };
}
