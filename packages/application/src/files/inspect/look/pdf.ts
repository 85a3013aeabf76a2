import { inflateSync } from 'node:zlib';
import './quiet-mupdf.ts';
import { Document, PDFDocument, type PDFObject } from 'mupdf';
import { inspectPdf, inspectPdfEnvelope } from './pdf-bytes.ts';
import type { Looked, Refusal } from './looked.ts';
import { ACTIVE_CONTENT, DAMAGED, PROTECTED, TOO_HEAVY, TOO_MANY_PAGES } from './sentences.ts';

export const MOST_PAGES = 200;
/** A text of 200 pages has some ten thousand. */
const MOST_OBJECTS = 150_000;
/** Pages as drawn instructions, fonts, tables: everything packed that is no picture. */
const MOST_UNPACKED = 192 * 1024 * 1024;
const MOST_IMAGE_PIXELS = 150_000_000;
/** The side of a page in points: 5 metres, the most PDF allows. */
const LONGEST_SIDE = 14_400;

/** Says what an object does when a reader opens, prints or clicks: one name is enough to refuse the file. */
const FORBIDDEN = new Set(
  `JavaScript JS Launch EmbeddedFile EmbeddedFiles EF XFA RichMedia RichMediaExecute Rendition Movie Sound Screen 3D ImportData SubmitForm
   GoToE FileAttachment Collection NeedsRendering PS`.split(/\s+/),
);
/** Forbidden as the value of /S, /Subtype or /Type, or as a key; a colour, a font or a place may bear the same name. */
const TYPED = new Set(['S', 'Subtype', 'Type', 'FT', 'Subtype2']);
const FORBIDDEN_KEYS = new Set(['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'XFA', 'RichMediaContent', 'Collection', 'Rendition']);
/** Any name of these in an object as printed makes it worth a walk. */
const SUSPECT = new RegExp(`/(?:${[...FORBIDDEN, ...FORBIDDEN_KEYS].join('|')})(?![A-Za-z0-9_.-])`);
const DEEPEST = 200;

/** The binding's null belongs to no document and cannot be followed. */
const follow = (object: PDFObject): PDFObject => (object.isNull() ? object : object.resolve());
const nameAt = (object: PDFObject, key: string): string => {
  const value = object.isDictionary() ? object.get(key) : null;
  return value?.isName() ? value.asName() : '';
};

/** Walks what an object holds itself, not what it points to: every object is visited once, by number. */
const acts = (object: PDFObject, depth = 0): boolean => {
  if (depth > DEEPEST) return true;
  if (object.isIndirect()) return false;
  let active = false;
  if (object.isDictionary() || object.isStream()) {
    object.forEach((value, key) => {
      const name = String(key);
      if (FORBIDDEN_KEYS.has(name) && !value.isNull()) active = true;
      else if (TYPED.has(name) && value.isName() && FORBIDDEN.has(value.asName())) active = true;
      else if (!active) active = acts(value, depth + 1);
    });
  } else if (object.isArray()) {
    object.forEach((value) => {
      active ||= acts(value, depth + 1);
    });
  }
  return active;
};

/** What a reader does by itself on opening: going to a page is all that is let through. */
const isHarmlessOpening = (value: PDFObject): boolean => {
  const action = follow(value);
  return action.isNull() || action.isArray() || action.isName() || action.isString() || nameAt(action, 'S') === 'GoTo';
};

interface Found {
  unpacked: number;
  signed: boolean;
}

/** @returns why the file is refused, or null */
function lookAtObject(object: PDFObject, found: Found): Refusal | null {
  const resolved = follow(object);
  if (resolved.isNull()) return null;
  const isStream = object.isStream();
  const text = resolved.toString(true);
  if (text.includes('/ByteRange')) found.signed = true;
  if (SUSPECT.test(text) && acts(resolved)) return ACTIVE_CONTENT;
  if (!resolved.isDictionary()) return null;
  if (!isHarmlessOpening(resolved.get('OpenAction'))) return ACTIVE_CONTENT;
  if (!isStream) return null;
  // A stream, or a form, whose content lies in another file.
  if (!resolved.get('F').isNull() || !resolved.get('Ref').isNull()) return ACTIVE_CONTENT;
  if (nameAt(resolved, 'Subtype') === 'Image') {
    const pixels = resolved.get('Width').asNumber() * resolved.get('Height').asNumber();
    return pixels > MOST_IMAGE_PIXELS ? TOO_HEAVY : null;
  }
  return weighStream(object, resolved, found);
}

/** How large a packed stream becomes, without letting it: a few kilobytes can hold gigabytes. */
function weighStream(object: PDFObject, dictionary: PDFObject, found: Found): Refusal | null {
  const filter = follow(dictionary.get('Filter'));
  const filters = filter.isArray() ? Array.from({ length: Math.min(filter.length, 9) }, (_, i) => filter.get(i)) : [filter];
  const names = filters.map((one) => (one.isName() ? one.asName() : ''));
  const packed = names.filter((name) => ['FlateDecode', 'Fl', 'LZWDecode', 'LZW', 'RunLengthDecode', 'RL'].includes(name));
  if (packed.length > 1) return TOO_HEAVY;
  if (packed.length === 0) return null;
  const raw = object.readRawStream().asUint8Array();
  if (names[0] === 'FlateDecode' || names[0] === 'Fl') {
    try {
      found.unpacked += inflateSync(raw, { maxOutputLength: MOST_UNPACKED }).length;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return TOO_HEAVY;
      // Damaged at its end, as some producers leave it: readers show what they can, and it cannot be large.
      found.unpacked += raw.length;
    }
  } else found.unpacked += raw.length * 64; // LZW and run lengths, at their best
  return found.unpacked > MOST_UNPACKED ? TOO_HEAVY : null;
}

const TO_STRIP = /\/(?:Metadata|PieceInfo|AA|LastModified|A|PA|Next|URI)(?![A-Za-z0-9_.-])/;
const keysOf = (object: PDFObject): string[] => {
  const keys: string[] = [];
  object.forEach((_, key) => void keys.push(String(key)));
  return keys;
};
const isAction = (value: PDFObject): boolean => nameAt(value, 'S') !== '';
/** In what an object holds itself. */
function stripObject(object: PDFObject, depth = 0): void {
  if (depth > DEEPEST) return;
  if (object.isArray()) object.forEach((value) => value.isIndirect() || stripObject(value, depth + 1));
  if (!object.isDictionary()) return;
  for (const key of ['Metadata', 'PieceInfo', 'AA', 'LastModified']) if (!object.get(key).isNull()) object.delete(key);
  for (const key of ['A', 'PA', 'Next']) {
    const value = follow(object.get(key));
    // The structure tree and outlines use these keys for other things: only what is an action goes.
    const actions = isAction(value) || (value.isArray() && value.length > 0 && isAction(follow(value.get(0))));
    if (actions && !(key === 'A' && nameAt(value, 'S') === 'GoTo')) object.delete(key);
  }
  if (object.get('URI').isDictionary()) object.delete('URI');
  object.forEach((value) => value.isIndirect() || stripObject(value, depth + 1));
}
/** Who wrote it, with what and when, other programs' private data, and links and actions of every kind: none of it is on the page. */
function strip(document: PDFDocument): void {
  const trailer = document.getTrailer();
  // Its content goes as well as the way to it: older tables of the file may point to it too.
  for (const place of [trailer, follow(trailer.get('Root'))]) {
    const info = follow(place.get('Info'));
    if (info.isDictionary()) for (const key of keysOf(info)) info.delete(key);
    place.delete('Info');
  }
  const count = document.countObjects();
  for (let number = 1; number < count; number += 1) {
    const object = follow(document.newIndirect(number));
    if ((object.isDictionary() || object.isArray()) && TO_STRIP.test(object.toString(true))) stripObject(object);
  }
}

/**
 * A PDF: every object is looked at, whichever stream it is packed in and however its names are written, and the file is written anew
 * from what was understood: nothing before, between or after the pages survives. One signed electronically is kept as it came, since
 * any change would break the signature; its bytes are then searched as well.
 */
export function lookAtPdf(bytes: Buffer): Looked {
  const envelope = inspectPdfEnvelope(bytes);
  if (envelope !== null) return { refused: envelope };
  let document: Document | undefined;
  try {
    document = Document.openDocument(bytes, 'application/pdf');
    return document instanceof PDFDocument ? lookInside(document, bytes) : { refused: DAMAGED };
  } catch {
    // MuPDF gave up: locked in a way it does not know, or not a PDF any reader would open.
    return { refused: /\/Encrypt\b/.test(bytes.toString('latin1')) ? PROTECTED : DAMAGED };
  } finally {
    document?.destroy();
  }
}

function lookInside(document: PDFDocument, bytes: Buffer): Looked {
  if (document.needsPassword()) return { refused: PROTECTED };
  const pages = document.countPages();
  if (pages < 1) return { refused: DAMAGED };
  if (pages > MOST_PAGES) return { refused: TOO_MANY_PAGES(MOST_PAGES) };
  const count = document.countObjects();
  if (count > MOST_OBJECTS) return { refused: TOO_HEAVY };
  const trailer = document.getTrailer();
  if (acts(trailer)) return { refused: ACTIVE_CONTENT };
  const found: Found = { unpacked: 0, signed: false };
  for (let number = 1; number < count; number += 1) {
    const refused = lookAtObject(document.newIndirect(number), found);
    if (refused) return { refused };
  }
  for (let page = 0; page < pages; page += 1) {
    const [x0, y0, x1, y1] = document.loadPage(page).getBounds();
    if (!(x1 - x0 > 0 && y1 - y0 > 0 && x1 - x0 <= LONGEST_SIDE && y1 - y0 <= LONGEST_SIDE)) return { refused: DAMAGED };
  }
  const taken = (kept: Buffer): Looked => ({ taken: { mediaType: 'application/pdf', bytes: kept, pages, wasHeic: false } });
  if (found.signed && trailer.get('Encrypt').isNull()) {
    const refused = inspectPdf(bytes);
    return refused === null ? taken(bytes) : { refused };
  }
  strip(document);
  // garbage: what no page reaches goes. Streams stay packed as they are; nothing is recompressed or drawn anew.
  return taken(Buffer.from(document.saveToBuffer('garbage=compact,decrypt=yes').asUint8Array()));
}
