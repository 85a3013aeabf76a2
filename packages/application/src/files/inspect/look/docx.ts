import type { Readable } from 'node:stream';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { Looked, Refusal } from './looked.ts';
import { ACTIVE_DOCX, DAMAGED_DOCX, TOO_HEAVY } from './sentences.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MAIN_PART = `${MEDIA_TYPE}.main+xml`;
const MOST_ENTRIES = 2_000;
const MOST_UNPACKED = 150 * 1024 * 1024;
/** A real text packs to a tenth; a thousandth, over more than a little, is a bomb. */
const MOST_RATIO = 300;
const LITTLE = 2 * 1024 * 1024;
const LARGEST_XML = 40 * 1024 * 1024;

/** Folders and files that run or hide something. */
const ACTIVE_NAME = /(?:^|\/)(?:vbaproject|vbadata|activex\d*|embeddings|oleobject\d*|afchunk\d*|customui\d*)(?:[/.]|$)/i;
const ACTIVE_TYPE = /macroEnabled|vbaProject|vbaData|oleObject|activeX|package\.oleobject|keyMapCustomizations|attachedToolbars/i;
/** Relations that bring something in; a link that a person clicks is none of them. */
const ACTIVE_RELATION =
  /\/(?:attachedTemplate|oleObject|package|aFChunk|control|vbaProject|subDocument|frame|mailMergeSource|externalLinkPath|keyMapCustomizations|attachedToolbars)$/i;
const ACTIVE_FIELD = /\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|LINK|MACROBUTTON)\b/;

/** `Ext&#101;rnal` is `External` to whoever reads XML. */
const decoded = (xml: string): string =>
  xml
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)));
const attribute = (element: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(element)?.[1] ?? '';

function lookAtRelations(xml: string): Refusal | null {
  for (const [element] of decoded(xml).matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const type = attribute(element, 'Type');
    const external = attribute(element, 'TargetMode').trim().toLowerCase() === 'external';
    if (ACTIVE_RELATION.test(type)) return ACTIVE_DOCX;
    if (external && !(/\/hyperlink$/.test(type) && /^(?:https?:|mailto:|tel:)/i.test(attribute(element, 'Target').trim())))
      return ACTIVE_DOCX;
  }
  return null;
}
function lookAtXml(name: string, content: Buffer): Refusal | null {
  // UTF-16 would hide everything from the searches below; word processors write UTF-8.
  if (
    content.includes(0) ||
    content.subarray(0, 2).equals(Buffer.from([0xff, 0xfe])) ||
    content.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))
  )
    return DAMAGED_DOCX;
  const xml = content.toString('utf8');
  if (/<!DOCTYPE|<!ENTITY/i.test(xml) || /encoding\s*=\s*["'](?!utf-8|us-ascii)/i.test(xml.slice(0, 200))) return ACTIVE_DOCX;
  if (name === '[content_types].xml') return ACTIVE_TYPE.test(decoded(xml)) ? ACTIVE_DOCX : xml.includes(MAIN_PART) ? null : DAMAGED_DOCX;
  if (name.endsWith('.rels')) return lookAtRelations(xml);
  // A field's words may be cut over several runs.
  const fields = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)<|w:instr\s*=\s*["']([^"']*)/g)].map(([, a, b]) => a ?? b ?? '').join('');
  return ACTIVE_FIELD.test(decoded(fields)) ? ACTIVE_DOCX : null;
}

const open = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, zip) =>
      error || !zip ? reject(error ?? new Error('no archive')) : resolve(zip),
    ),
  );
const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error || !stream ? reject(error ?? new Error('no entry')) : resolve(stream))),
  );
async function* entries(zip: ZipFile): AsyncIterable<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('end', () => resolve(null));
      zip.once('error', reject);
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (!entry) return;
    yield entry;
  }
}

/**
 * A Word document, kept as it is: unpacked to the last byte under limits, and refused when it can run something, carries another file,
 * or would fetch something when opened. Links a person must click stay.
 */
export async function lookAtDocx(bytes: Buffer): Promise<Looked> {
  // The end record last, without a comment: nothing is glued behind.
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04034b50 || bytes.readUInt32LE(bytes.length - 22) !== 0x06054b50)
    return { refused: DAMAGED_DOCX };
  try {
    const zip = await open(bytes);
    if (zip.entryCount > MOST_ENTRIES) return { refused: TOO_HEAVY };
    const seen = new Set<string>();
    let unpacked = 0;
    for await (const entry of entries(zip)) {
      const name = entry.fileName.toLowerCase();
      if (seen.has(name) || entry.isEncrypted()) return { refused: DAMAGED_DOCX };
      seen.add(name);
      if (ACTIVE_NAME.test(name)) return { refused: ACTIVE_DOCX };
      const isXml = name.endsWith('.xml') || name.endsWith('.rels');
      const kept: Buffer[] = [];
      let size = 0;
      for await (const chunk of (await streamOf(zip, entry)) as AsyncIterable<Buffer>) {
        size += chunk.length;
        unpacked += chunk.length;
        const tooPacked = size > LITTLE && size > entry.compressedSize * MOST_RATIO;
        if (unpacked > MOST_UNPACKED || tooPacked || (isXml && size > LARGEST_XML)) return { refused: TOO_HEAVY };
        if (isXml) kept.push(chunk);
      }
      const refused = isXml ? lookAtXml(name, Buffer.concat(kept)) : null;
      if (refused) return { refused };
    }
    if (!seen.has('[content_types].xml') || !seen.has('word/document.xml')) return { refused: DAMAGED_DOCX };
  } catch {
    return { refused: DAMAGED_DOCX };
  }
  return { taken: { mediaType: MEDIA_TYPE, bytes, pages: null, wasHeic: false } };
}
