import { crc32, deflateSync } from 'node:zlib';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A valid PDF of one page with one line of text. `objects` are added as they are; `catalog` into the catalog's dictionary. */
export const aPdf = ({ text = 'Attestation', objects = [] as string[], catalog = '', trailer = '' } = {}): Buffer => {
  const content = `BT /F1 14 Tf 60 780 Td (${text}) Tj ET`;
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
  ];
  let body = '%PDF-1.7\n';
  const offsets = all.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = body.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = all.length + 1;
  return latin(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
  );
};
/** An object stream, compressed: where a PDF can hide what it does. `entries` into its dictionary. */
export const anObjectStream = (inside: string, entries = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'): string => {
  const packed = deflateSync(latin(`9 0 ${inside}`)).toString('latin1');
  return `<< ${entries} /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
};

export const pngChunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([latin(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
/** A grey PNG. Only the header speaks of `width` × `height` when `honest` is false: a bomb in a few bytes. */
export const aPng = ({ width = 8, height = 8, honest = true, shade = 0 } = {}): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(honest ? (width + 1) * height : 1, shade);
  // Each row begins with how it is filtered: not at all.
  for (let at = 0; at < rows.length; at += width + 1) rows[at] = 0;
  const pixels = deflateSync(rows);
  return Buffer.concat([
    latin('\u0089PNG\r\n\u001a\n'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
};

/** A grey square of 8 × 8. */
const SMALLEST_JPEG = Buffer.from(
  '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2Nj' +
    'Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAA' +
    'AAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKAA/9k=',
  'base64',
);
/** A real JPEG. Its frame header says `width` × `height`, whatever is in it: a bomb in a few bytes. `before` goes after the start mark. */
export const aJpeg = ({ width = 8, height = 8, before = Buffer.alloc(0) as Buffer, after = Buffer.alloc(0) as Buffer } = {}): Buffer => {
  const bytes = Buffer.from(SMALLEST_JPEG);
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return Buffer.concat([bytes.subarray(0, 2), before, bytes.subarray(2), after]);
};
