import { Document, Link, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { Image, PDFDocument } from 'mupdf';
import { createElement as h } from 'react';
import sharp, { type Sharp } from 'sharp';
import { aPdf, aPng, anObjectStream } from '../builders/files.ts';
import { paperFile } from '../demo/paper-file.ts';
import { aDocx, relation } from './docx.ts';
import { greyHeic, largeHeic, plainHeic, turnedHeic, twoHeic } from './heic.ts';
import { packed } from './hostile-pdf.ts';
import { sample, type Sample } from './sample.ts';

const letters = [
  'Attestation d’hébergement',
  'Avis d’imposition 2024',
  'Bulletin de paie',
  'Certificat de scolarité',
  'Relevé de compte',
  'شهادة عمل',
];
/** A drawn page: lines of text on paper, as a scan or a photograph shows them. */
const drawn = (width: number, height: number, text: string): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f1ea"/>${Array.from(
        { length: 12 },
        (_, i) => `<text x="8%" y="${8 + i * 7}%" font-size="${height / 40}">${text} ${i + 1}</text>`,
      ).join('')}</svg>`,
    ),
  );

async function photos(heavy: boolean): Promise<Sample[]> {
  const made: Sample[] = [];
  const add = async (what: string, image: Sharp, name = `IMG_${1_000 + made.length}.jpg`): Promise<void> =>
    void made.push(sample(`photo: ${what}`, name, await image.toBuffer()));
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8])
    await add(`held in way ${orientation}`, drawn(1_200, 900, letters[0]!).withMetadata({ orientation }).jpeg());
  for (const quality of [30, 60, 75, 90, 100]) await add(`quality ${quality}`, drawn(900, 1_200, letters[1]!).jpeg({ quality }));
  for (const [width, height] of [
    [320, 240],
    [1_024, 768],
    [3_000, 4_000],
    [4_080, 3_060],
    [6_000, 4_500],
    [8_000, 6_000],
    [2_000, 500],
    [40, 40],
  ] as const)
    if (heavy || width <= 1_024) await add(`${width} × ${height}`, drawn(width, height, letters[2]!).jpeg());
  for (const [i, text] of letters.entries())
    for (const side of heavy ? [800, 1_600, 2_400, 4_032] : [800])
      await add(`letter ${i}, ${side} points`, drawn(side * 0.75, side, text).jpeg({ quality: 60 + i * 5 }));
  await add('progressive', drawn(900, 1_200, letters[3]!).jpeg({ progressive: true }));
  await add('progressive, packed hard', drawn(900, 1_200, letters[3]!).jpeg({ mozjpeg: true }));
  await add('all its colours', drawn(900, 1_200, letters[3]!).jpeg({ chromaSubsampling: '4:4:4' }));
  await add('grey', drawn(900, 1_200, letters[3]!).grayscale().jpeg());
  await add('in inks', drawn(900, 1_200, letters[3]!).toColourspace('cmyk').jpeg());
  await add('with a colour profile', drawn(900, 1_200, letters[3]!).withIccProfile('p3').jpeg());
  await add(
    'with place and author',
    drawn(900, 1_200, letters[4]!)
      .withExif({ IFD0: { Artist: 'Y' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
      .jpeg(),
  );
  await add('named .jpeg', drawn(900, 1_200, letters[4]!).jpeg(), 'photo.jpeg');
  await add('named in capitals', drawn(900, 1_200, letters[4]!).jpeg(), 'PHOTO.JPG');
  await add('named in Arabic', drawn(900, 1_200, letters[5]!).jpeg(), 'صورة.jpg');
  await add('without an extension', drawn(900, 1_200, letters[4]!).jpeg(), 'photo');
  const plain = await drawn(800, 600, letters[4]!).jpeg().toBuffer();
  made.push(sample('photo: a second picture behind it', 'IMG_2000.jpg', Buffer.concat([plain, plain])));
  made.push(sample('photo: a PNG that a phone named .jpg', 'IMG_2001.jpg', await drawn(700, 900, letters[1]!).png().toBuffer()));
  made.push(sample('photo: type not known to the browser', 'IMG_2002.jpg', plain, 'application/octet-stream'));
  return made;
}

async function scans(heavy: boolean): Promise<Sample[]> {
  const made: Sample[] = [];
  const add = async (what: string, image: Sharp): Promise<void> =>
    void made.push(sample(`scan: ${what}`, `scan ${made.length + 1}.png`, await image.toBuffer()));
  for (const [i, text] of letters.entries()) {
    await add(`colour, ${i}`, drawn(1_240, 1_754, text).png());
    await add(`grey, ${i}`, drawn(1_240, 1_754, text).grayscale().png());
  }
  await add('black and white', drawn(2_480, 3_508, letters[0]!).grayscale().threshold(128).png({ palette: true, colours: 2 }));
  await add('few colours', drawn(1_240, 1_754, letters[0]!).png({ palette: true }));
  await add('interlaced', drawn(1_240, 1_754, letters[0]!).png({ progressive: true }));
  await add('16 bits', drawn(620, 877, letters[0]!).toColourspace('rgb16').png());
  await add('transparent', drawn(620, 877, letters[0]!).ensureAlpha(0.5).png());
  if (heavy) await add('600 dpi', drawn(4_960, 7_016, letters[0]!).grayscale().png());
  await add('300 dpi in its metadata', drawn(1_240, 1_754, letters[0]!).withMetadata({ density: 300 }).png());
  made.push(sample('scan: eight points', 'tampon.png', aPng()));
  return made;
}

const heics = (): Sample[] =>
  [plainHeic, turnedHeic, largeHeic, greyHeic, twoHeic].flatMap((bytes, i) => [
    sample(`HEIC ${i}`, `IMG_${3_000 + i}.HEIC`, bytes),
    sample(`HEIC ${i}, type not known`, `IMG_${3_100 + i}.heic`, bytes, ''),
  ]);

/** Pages by MuPDF, with text, drawings and pictures, saved in one of its ways. */
async function byMupdf(pages: number, options: string, picture?: Buffer): Promise<Buffer> {
  const document = new PDFDocument();
  const image = picture ? document.addImage(new Image(picture)) : null;
  for (let page = 0; page < pages; page += 1) {
    const resources = document.newDictionary();
    const content = image ? 'q 595 0 0 842 0 0 cm /I Do Q' : `BT /F 12 Tf 50 ${700 - page} Td (Page ${page + 1}) Tj ET`;
    const font = document.addObject({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' });
    resources.put('Font', document.newDictionary()).put('F', font);
    if (image) resources.put('XObject', document.newDictionary()).put('I', image);
    document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, resources, content));
  }
  document.setMetaData('info:Author', 'Yasmine');
  return Buffer.from(document.saveToBuffer(options).asUint8Array());
}

/** As office software and public services write them: several pages, links, contents. */
const byReact = (title: string, pages: number): Promise<Buffer> =>
  renderToBuffer(
    h(
      Document,
      { title, author: 'Y', language: 'fr' },
      ...Array.from({ length: pages }, (_, i) =>
        h(
          Page,
          { key: i, size: 'A4', bookmark: `Page ${i + 1}` },
          h(
            View,
            { style: { padding: 40 } },
            h(Text, {}, `${title} ${i + 1}`),
            h(Link, { src: 'https://www.service-public.fr' }, 'service-public.fr'),
          ),
        ),
      ),
    ),
  );

async function pdfs(heavy: boolean): Promise<Sample[]> {
  const made: Sample[] = [];
  const add = (what: string, bytes: Buffer, name = `papier ${made.length + 1}.pdf`): void =>
    void made.push(sample(`PDF: ${what}`, name, bytes));
  const ways = [
    '',
    'compress=yes',
    'objstms=yes,compress=yes',
    'garbage=deduplicate',
    'ascii=yes',
    'pretty=yes',
    'clean=yes,compress=yes',
    'encrypt=aes-256,owner-password=b',
    'encrypt=rc4-128,owner-password=b',
  ];
  for (const way of ways) for (const pages of [1, 3, 12]) add(`${pages} pages, ${way || 'plain'}`, await byMupdf(pages, way));
  if (heavy) add('200 pages', await byMupdf(200, 'compress=yes'));
  for (const [i, text] of letters.entries()) {
    const page = await drawn(1_240, 1_754, text).jpeg({ quality: 70 }).toBuffer();
    add(`a scan, ${i}`, await byMupdf(1, 'compress=yes', page));
    add(`a scan of 8 pages, ${i}`, await byMupdf(8, 'objstms=yes', page));
  }
  add(
    'a black and white scan',
    await byMupdf(2, 'compress=yes', await drawn(2_480, 3_508, 'Scan').grayscale().threshold(128).png().toBuffer()),
  );
  for (const pages of heavy ? [1, 2, 5, 20] : [1])
    for (const title of letters.slice(0, 4)) add(`typed, ${title}, ${pages} pages`, await byReact(title, pages));
  for (const line of letters.slice(0, 5)) add('of one line', paperFile([line]));
  add('that opens on its first page', aPdf({ catalog: '/OpenAction [3 0 R /Fit]' }));
  add('that opens at a width, as an action', aPdf({ catalog: '/OpenAction << /S /GoTo /D [3 0 R /FitH 800] >>' }));
  add(
    'with a form to fill in',
    aPdf({
      objects: ['<< /Type /Annot /Subtype /Widget /FT /Tx /T (nom) /Rect [0 0 99 20] /Parent 3 0 R >>'],
      catalog: '/AcroForm << /Fields [6 0 R] >>',
    }),
  );
  add(
    'signed electronically',
    aPdf({
      objects: ['<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <00> >>'],
      catalog: '/AcroForm << /SigFlags 3 /Fields [6 0 R] >>',
    }),
  );
  add(
    'with a link and a mail address',
    aPdf({
      objects: ['<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (mailto:a@b.invalid) >> >>'],
      catalog: '/Kept 6 0 R',
    }),
  );
  add('with an object stream', aPdf({ objects: [anObjectStream('<< /Type /Font >>')] }));
  add('that speaks of JavaScript', aPdf({ text: 'Formation /JavaScript /Launch' }));
  add('that speaks of JavaScript in its title', aPdf({ objects: ['<< /Title (/JavaScript et /Launch) >>'], trailer: '/Info 6 0 R' }));
  add('with blank lines at its end', Buffer.concat([aPdf(), Buffer.from('\r\n\n\0')]));
  add('with layers', aPdf({ catalog: '/OCProperties << /OCGs [] /D << /Order [] >> >>' }));
  add(
    'with contents and labels',
    packed((d) => d.setPageLabels(0, PDFDocument.PAGE_LABEL_ROMAN_LC)),
  );
  add(
    'archival, with metadata',
    aPdf({
      objects: ['<< /Type /Metadata /Subtype /XML /Length 4 >>\nstream\n<x/>\nendstream'],
      catalog: '/Metadata 6 0 R /MarkInfo << /Marked true >>',
    }),
  );
  for (const version of ['1.3', '1.4', '1.5', '2.0'])
    add(`version ${version}`, Buffer.from(aPdf().toString('latin1').replace('%PDF-1.7', `%PDF-${version}`), 'latin1'));
  add('with a table a little off', Buffer.from(aPdf({ text: 'abc' }).toString('latin1').replace('(abc)', '(abcd)'), 'latin1'));
  add('named in capitals', aPdf({ text: 'Bail' }), 'BAIL.PDF');
  add('named in Arabic', aPdf({ text: 'Bail' }), 'عقد.pdf');
  return made;
}

async function wordLetters(): Promise<Sample[]> {
  const made: Sample[] = [];
  const add = async (what: string, parts: Parameters<typeof aDocx>[0]): Promise<void> =>
    void made.push(sample(`DOCX: ${what}`, `lettre ${made.length + 1}.docx`, await aDocx(parts)));
  for (const text of letters) {
    await add('a letter', { text });
    await add('a letter, not packed', { text, compress: false });
    await add('a long letter', { text: `${text} `.repeat(4_000) });
  }
  const picture = await drawn(600, 400, 'Photo').jpeg().toBuffer();
  await add('with a picture', { relations: relation('image', 'media/image1.jpg', ''), more: { 'word/media/image1.jpg': picture } });
  await add('with a link', { relations: relation('hyperlink', 'https://www.service-public.fr') });
  await add('with a mail address', { relations: relation('hyperlink', 'mailto:a@b.invalid') });
  await add('with a date field', { runs: '<w:r><w:instrText> DATE \\@ "dd/MM/yyyy" </w:instrText></w:r>' });
  await add('with page numbers', { runs: '<w:r><w:instrText> PAGE </w:instrText></w:r>' });
  await add('with its usual parts', {
    more: {
      'word/styles.xml': '<w:styles/>',
      'word/settings.xml': '<w:settings/>',
      'docProps/core.xml': '<a/>',
      'docProps/app.xml': '<a/>',
      'word/footnotes.xml': '<a/>',
      'word/fontTable.xml': '<a/>',
      'word/theme/theme1.xml': '<a/>',
    },
  });
  await add('that speaks of DDE', { text: 'Bureau DDE, rue INCLUDETEXT' });
  await add('with printer settings', { more: { 'word/printerSettings1.bin': Buffer.alloc(900, 1) } });
  return made;
}

/** Pages a browser printed: a bank, a public service, a payslip's portal. */
export const asPrinted = (pages: readonly Buffer[]): Sample[] =>
  pages.map((bytes, i) => sample(`PDF: printed by a browser, ${i + 1}`, `impression ${i + 1}.pdf`, bytes));

/** Papers as people really bring them; the largest, slow to make, only when asked for. */
export const goodFiles = async ({ heavy = true } = {}): Promise<Sample[]> => [
  ...(await photos(heavy)),
  ...(await scans(heavy)),
  ...heics(),
  ...(await pdfs(heavy)),
  ...(await wordLetters()),
];
