import { Document, PDFDocument } from 'mupdf';
import sharp from 'sharp';
import { DOCX } from './sample.ts';

const ACTING =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|EF|XFA|RichMedia|RichMediaContent|Rendition|Movie|Sound|Screen|3D|ImportData|SubmitForm|GoToE|GoToR|FileAttachment|Collection|URI|AA|Metadata|Author|Producer)(?![A-Za-z0-9])/;
const HIDDEN = ['<script', '<?php', '<html', '<svg', '%PDF-', 'PK\u0003\u0004', 'Yasmine', 'GPS', 'EICAR', 'MZ\u0090'];

/**
 * What is left, in a file that was taken, of what makes a file dangerous or tells on somebody. Looks in its own way, not in that of the
 * checks it judges.
 * @returns what was found, in words; empty: nothing
 */
export async function residue({ mediaType, bytes }: { mediaType: string; bytes: Buffer }): Promise<string[]> {
  const left: string[] = [];
  if (mediaType === 'application/pdf') {
    const document = Document.openDocument(bytes, 'application/pdf') as PDFDocument;
    for (let number = 1; number < document.countObjects(); number += 1) {
      const object = document.newIndirect(number).resolve();
      const text = object.isNull() ? '' : object.toString(true).replace(/\((?:\\.|[^\\)])*\)/g, '()');
      const found = ACTING.exec(text)?.[1];
      if (found) left.push(`/${found} in object ${number}`);
    }
    if (!document.getTrailer().get('Encrypt').isNull()) left.push('locked');
    if (/\/(JavaScript|Launch)|ObjStm/.test(bytes.toString('latin1'))) left.push('/JavaScript, /Launch or an object stream in the bytes');
    if (document.countPages() > 200) left.push('pages');
    document.destroy();
  } else if (mediaType.startsWith('image/')) {
    const { exif, xmp, icc, iptc, orientation, comments, width, height } = await sharp(bytes).metadata();
    for (const [name, value] of Object.entries({ exif, xmp, icc, iptc, orientation, comments })) if (value) left.push(name);
    if (Math.max(width, height) > 3_500) left.push(`${width} × ${height}`);
    for (const word of HIDDEN) if (bytes.includes(word, 0, 'latin1') && word.length > 4) left.push(word);
  } else if (mediaType === DOCX) left.push('kept as it was');
  return left;
}
