import { inflateSync } from 'node:zlib';

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;

/** The font inside a WOFF 1.0 file (W3C, 2012), whose tables are the same and only compressed: MuPDF reads fonts as they are. */
export function woffToFont(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  const power = Math.floor(Math.log2(count));
  [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].forEach((value, i) => head.writeUInt16BE(value, 4 + 2 * i));
  const parts: Uint8Array[] = [head];
  let at = head.length;
  for (let i = 0; i < count; i++) {
    const from = WOFF_HEADER + WOFF_ENTRY * i;
    const [offset, packed, length] = [woff.readUInt32BE(from + 4), woff.readUInt32BE(from + 8), woff.readUInt32BE(from + 12)];
    const table = woff.subarray(offset, offset + packed);
    const to = 12 + 16 * i;
    woff.copy(head, to, from, from + 4);
    woff.copy(head, to + 4, from + 16, from + 20);
    head.writeUInt32BE(at, to + 8);
    head.writeUInt32BE(length, to + 12);
    const padding = (4 - (length % 4)) % 4;
    parts.push(packed < length ? inflateSync(table) : table, Buffer.alloc(padding));
    at += length + padding;
  }
  return Buffer.concat(parts);
}
