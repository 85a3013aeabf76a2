import * as mupdf from 'mupdf';

const SIZE = 9;
const MARGIN = 14;
const PADDING = 4;
/** The signs of the stamp that are not where Latin-1 has them. */
const WIN_ANSI: Readonly<Record<string, number>> = { '—': 0x97, '’': 0x92, '…': 0x85 };
const bytesOf = (text: string): Buffer =>
  Buffer.from(Array.from(text, (sign) => WIN_ANSI[sign] ?? (sign.codePointAt(0)! < 256 ? sign.codePointAt(0)! : 0x3f)));
const number = (n: number): string => String(Number(n.toFixed(4)));

/**
 * Writes one line at the top right of a page as it is seen, turned or cropped as it may be, on a white ground: a scan is dark.
 * Its annotations and form fields must have been made part of the page before.
 */
export function stampPage(document: mupdf.PDFDocument, index: number, text: string): void {
  const page = document.loadPage(index);
  const object = page.getObject();
  const helvetica = new mupdf.Font('Helvetica');
  let width = 0;
  for (const sign of text) width += helvetica.advanceGlyph(helvetica.encodeCharacter(sign.codePointAt(0)!), 0);
  width *= SIZE;
  const [left, top, right] = page.getBounds();
  const inverse = mupdf.Matrix.invert(page.getTransform()).map(number).join(' ');
  const x = Math.max(left + 2, right - MARGIN - width - 2 * PADDING);
  const y = top + MARGIN;
  const box = `${number(x)} ${number(y)} ${number(width + 2 * PADDING)} ${number(SIZE + 2 * PADDING)}`;
  const drawn =
    `q ${inverse} cm 1 g 0.35 G 0.6 w ${box} re B ` +
    `BT 0 g /PermanenceStamp ${SIZE} Tf 1 0 0 -1 ${number(x + PADDING)} ${number(y + PADDING + SIZE * 0.82)} Tm <${bytesOf(text).toString('hex')}> Tj ET Q`;

  let resources = object.getInheritable('Resources');
  if (resources.isNull()) resources = document.newDictionary();
  object.put('Resources', resources);
  let fonts = resources.get('Font');
  if (fonts.isNull()) {
    fonts = document.newDictionary();
    resources.put('Font', fonts);
  }
  const font = document.newDictionary();
  for (const [key, value] of Object.entries({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' }))
    font.put(key, document.newName(value));
  fonts.put('PermanenceStamp', font);

  const before = object.get('Contents');
  const contents = document.newArray();
  // What the page leaves changed must not move the stamp.
  contents.push(document.addStream('q\n', {}));
  if (before.isArray()) before.forEach((part) => contents.push(part));
  else if (!before.isNull()) contents.push(before);
  contents.push(document.addStream(`\nQ\n${drawn}\n`, {}));
  object.put('Contents', contents);
  page.destroy();
}
