import { inflateSync, constants } from 'node:zlib';

import type { Refusal } from './looked.ts';
import { ACTIVE_CONTENT, DAMAGED, PROTECTED } from './sentences.ts';

const ACTIVE = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'XFA',
  'RichMedia',
  'Rendition',
  'ImportData',
  'SubmitForm',
  'GoToE',
]);
const MOST_BYTES_OF_OBJECTS = 64 * 1024 * 1024;
/** Far more than any real file needs; a file made to keep us reading is refused. */
const LONGEST_DICTIONARY = 64 * 1024;
const MOST_BYTES_OF_DICTIONARIES = 64 * 1024 * 1024;
/** `J#61vaScript` → `JavaScript`: any character of a name may be written by its code. */
const plainName = (name: string): string =>
  name.includes('#') ? name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : name;

/** Names (`/Launch`) anywhere in the text; nothing is skipped, since a reader may see a stream, string or comment elsewhere than we do. */
function* names(text: string): Iterable<string> {
  // eslint-disable-next-line no-control-regex -- NUL is white space in a PDF
  for (const [, name] of text.matchAll(/\/([^\u0000\s()<>[\]{}/%]{1,60})/g)) yield plainName(name!);
}
const hasActive = (text: string): boolean => {
  for (const name of names(text)) if (ACTIVE.has(name)) return true;
  return false;
};

/**
 * Object streams hold objects compressed: what they say must be read too. Recognised by the two entries a reader cannot do without.
 * Anything but plain deflate in them is refused rather than guessed.
 */
function objectStreams(bytes: Buffer, text: string): string[] | Refusal {
  const found: string[] = [];
  let left = MOST_BYTES_OF_OBJECTS;
  let toRead = MOST_BYTES_OF_DICTIONARIES;
  for (const match of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(match.index - 3, match.index) === 'end') continue;
    const before = text.slice(Math.max(0, match.index - LONGEST_DICTIONARY), match.index);
    const written = before.slice(Math.max(0, before.lastIndexOf('obj')));
    if ((toRead -= written.length) < 0) return DAMAGED;
    const dictionary = new Set(names(written));
    if (!dictionary.has('ObjStm') && !(dictionary.has('First') && dictionary.has('N'))) continue;
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    if (end < 0) return DAMAGED;
    const body = bytes.subarray(start, end);
    const filters = ['ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode', 'RunLengthDecode', 'Crypt', 'AHx', 'A85', 'LZW', 'RL', 'Predictor'];
    if (filters.some((filter) => dictionary.has(filter))) return ACTIVE_CONTENT;
    if (!dictionary.has('FlateDecode') && !dictionary.has('Fl')) {
      found.push(body.toString('latin1'));
      continue;
    }
    try {
      const plain = inflateSync(body, { maxOutputLength: left, finishFlush: constants.Z_SYNC_FLUSH });
      left -= plain.length;
      found.push(plain.toString('latin1'));
    } catch {
      // Neither readable nor small enough to read: a reader would not fare better, or is meant to choke on it.
      return DAMAGED;
    }
    if (left <= 0) return DAMAGED;
  }
  return found;
}

/** Whole, from its first mark to its last, and followed by nothing: what a cut or glued file is not. */
export const inspectPdfEnvelope = (bytes: Buffer): Refusal | null => {
  const text = bytes.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text)) return DAMAGED;
  const end = text.lastIndexOf('%%EOF');
  if (end < 0 || !text.includes('startxref') || !/\d\s+\d+\s+obj\b/.test(text)) return DAMAGED;
  // eslint-disable-next-line no-control-regex -- NUL is white space in a PDF
  return text.slice(end + 5).replace(/[\u0000\s]+/g, '').length > 0 ? 'Ce PDF est suivi d’autre chose que du PDF.' : null;
};

/**
 * Looks at a PDF as bytes, without understanding it, older revisions included. Refuses what is encrypted or can act by itself: for a
 * file that is kept byte for byte.
 */
export const inspectPdf = (bytes: Buffer): Refusal | null => {
  const text = bytes.toString('latin1');
  const trailers = [...names(text)];
  if (trailers.includes('Encrypt')) return PROTECTED;
  if (trailers.some((name) => ACTIVE.has(name))) return ACTIVE_CONTENT;
  const objects = objectStreams(bytes, text);
  if (typeof objects === 'string') return objects;
  return objects.some(hasActive) ? ACTIVE_CONTENT : null;
};
