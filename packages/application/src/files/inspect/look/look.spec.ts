import { deflateSync } from 'node:zlib';
import { aJpeg, anObjectStream, aPdf, aPng } from '@permanence/testing';
import { PDFDocument } from 'mupdf';
import sharp from 'sharp';
import { look } from './look.ts';
import type { Taken } from './looked.ts';

const refusal = async (bytes: Buffer, name: string, declaredType = ''): Promise<string> => {
  const looked = await look(bytes, name, declaredType);
  return 'refused' in looked ? looked.refused : `taken as ${looked.taken.mediaType}`;
};

const taken = async (bytes: Buffer, name: string): Promise<Taken> => {
  const looked = await look(bytes, name, '');
  if ('refused' in looked) throw new Error(looked.refused);
  return looked.taken;
};
/** A page as another program writes it: with the options of MuPDF, and a script on the side. */
const saved = (options: string, { script = false, pages = 1 } = {}): Buffer => {
  const document = new PDFDocument();
  for (let page = 0; page < pages; page += 1)
    document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, document.newDictionary(), 'BT ET'));
  if (script) {
    const action = document.newDictionary();
    action.put('S', document.newName('JavaScript'));
    document.getTrailer().get('Root').put('Kept', document.addObject(action));
  }
  return Buffer.from(document.saveToBuffer(options).asUint8Array());
};

describe('what a file really is', () => {
  it.each([
    ['a PDF', aPdf(), 'bail.pdf', 'application/pdf', 'application/pdf'],
    ['a PDF with upper-case extension and no declared type', aPdf(), 'BAIL.PDF', '', 'application/pdf'],
    ['a PDF without an extension', aPdf(), 'bail', 'application/octet-stream', 'application/pdf'],
    ['a PDF with a harmless object stream', aPdf({ objects: [anObjectStream('<< /Type /Font >>')] }), 'bail.pdf', '', 'application/pdf'],
    ['a PDF that ends with blank lines', Buffer.concat([aPdf(), Buffer.from('\r\n\n\0')]), 'bail.pdf', '', 'application/pdf'],
    ['a PNG', aPng(), 'photo.png', 'image/png', 'image/png'],
    ['a JPEG', aJpeg(), 'photo.jpeg', 'image/jpeg', 'image/jpeg'],
    ['a JPEG a phone has added a second picture to', aJpeg({ after: aJpeg() }), 'photo.jpg', 'image/jpg', 'image/jpeg'],
    ['a PNG that a phone named .jpg', aPng(), 'photo.jpg', 'image/jpeg', 'image/png'],
  ])('takes %s', async (_, bytes, name, declared, expected) => {
    expect(await refusal(bytes, name, declared)).toBe(`taken as ${expected}`);
  });

  const html = Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]);
  const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(40), Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]);
  it.each([
    ['HTML named .pdf', html, 'bail.pdf', 'application/pdf'],
    ['a program named .jpg', exe, 'photo.jpg', 'image/jpeg'],
    ['an SVG', svg, 'photo.svg', 'image/svg+xml'],
    ['an SVG named .png', svg, 'photo.png', 'image/png'],
    ['an archive named .pdf', zip, 'bail.pdf', 'application/pdf'],
    ['plain text', Buffer.from('bonjour'), 'note.pdf', ''],
  ])('refuses %s: no PDF, JPEG or PNG', async (_, bytes, name, declared) => {
    expect(await refusal(bytes, name, declared)).toMatch(/^Seuls les fichiers PDF/);
  });

  it.each([
    ['a PNG named .pdf', aPng(), 'bail.pdf', ''],
    ['a PDF named .png', aPdf(), 'bail.png', ''],
    ['a PDF named .exe', aPdf(), 'bail.exe', ''],
    ['a PDF declared as an image', aPdf(), 'bail.pdf', 'image/png'],
  ])('refuses %s: the content is not what the name says', async (_, bytes, name, declared) => {
    expect(await refusal(bytes, name, declared)).toMatch(/^Le contenu du fichier ne correspond pas/);
  });
});

describe('PDF', () => {
  it.each([
    ['a script', aPdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' })],
    ['a script whose name is written in codes', aPdf({ catalog: '/OpenAction << /S /J#61va#53cript /JS (x) >>' })],
    ['a command to launch', aPdf({ objects: ['<< /S /Launch /F (cmd.exe) >>'] })],
    ['an attached file', aPdf({ objects: ['<< /Type /EmbeddedFile >>'] })],
    ['a dynamic form', aPdf({ objects: ['<< /XFA 6 0 R >>'] })],
    ['rich media', aPdf({ objects: ['<< /Subtype /RichMedia >>'] })],
  ])('refuses %s', async (_, bytes) => {
    expect(await refusal(bytes, 'bail.pdf')).toMatch(/^Ce PDF contient des éléments actifs/);
  });
  it.each([
    ['a script packed into an object stream', anObjectStream('<< /S /JavaScript /JS (x) >>')],
    [
      'a script packed into an object stream that does not say so',
      anObjectStream('<< /S /JavaScript >>', '/N 1 /First 4 /Filter /FlateDecode'),
    ],
    ['an object stream that is damaged', '<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\nnot deflated\nendstream'],
  ])('leaves behind %s, which no page reaches', async (_, object) => {
    const { bytes } = await taken(aPdf({ objects: [object] }), 'bail.pdf');
    expect(bytes.includes('ObjStm')).toBe(false);
    expect(bytes.length).toBeLessThan(1_200);
  });
  it('refuses a script that lies in an object stream, where all objects of a modern PDF lie', async () => {
    expect(await refusal(saved('objstms=yes,compress=yes', { script: true }), 'a.pdf')).toMatch(/éléments actifs/);
    expect(await refusal(saved('objstms=yes,compress=yes'), 'a.pdf')).toBe('taken as application/pdf');
  });
  it('refuses one that asks for a password, and unlocks one that everybody may open', async () => {
    expect(await refusal(saved('encrypt=aes-256,user-password=a,owner-password=b'), 'a.pdf')).toMatch(/^Ce PDF est protégé/);
    const { bytes } = await taken(saved('encrypt=aes-128,owner-password=b'), 'a.pdf');
    expect(bytes.includes('/Encrypt')).toBe(false);
  });
  it('keeps one signed electronically byte for byte, and still refuses a script in it', async () => {
    const signature = '<< /Type /Sig /ByteRange [0 10 20 30] /Contents <00> >>';
    const signed = aPdf({ objects: [signature], catalog: '/AcroForm << /Fields [6 0 R] >>' });
    expect((await taken(signed, 'a.pdf')).bytes.equals(signed)).toBe(true);
    expect(await refusal(aPdf({ objects: [signature, '<< /S /JavaScript >>'] }), 'a.pdf')).toMatch(/éléments actifs/);
  });
  it('leaves out who wrote it, links and what follows a link', async () => {
    const author = aPdf({
      objects: ['<< /Author (Yasmine) /Producer (X) >>', '<< /Type /Metadata /Subtype /XML /Length 4 >>\nstream\nYasm\nendstream'],
      trailer: '/Info 6 0 R',
      catalog: '/Metadata 7 0 R /URI << /Base (https://piste.invalid) >> /OpenAction [3 0 R /Fit]',
    });
    const { bytes, pages } = await taken(author, 'a.pdf');
    expect(pages).toBe(1);
    for (const word of ['Yasm', 'Metadata', 'piste', '/Producer']) expect(bytes.includes(word)).toBe(false);
    const linked = aPdf({
      objects: ['<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://piste.invalid) >> >>'],
      catalog: '/Kept 6 0 R',
    });
    const kept = (await taken(linked, 'a.pdf')).bytes;
    expect(kept.includes('/Link')).toBe(true);
    expect(kept.includes('piste')).toBe(false);
  });
  it('refuses too many pages, and a few bytes that unpack to a gigabyte', async () => {
    expect(await refusal(saved('compress=yes', { pages: 201 }), 'a.pdf')).toMatch(/plus de 200 pages/);
    expect(await refusal(saved('compress=yes', { pages: 200 }), 'a.pdf')).toBe('taken as application/pdf');
    const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024)).toString('latin1');
    const stream = `<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n${bomb}\nendstream`;
    expect(await refusal(aPdf({ objects: [stream] }), 'a.pdf')).toMatch(/trop de mémoire/);
  });
  it('refuses one that is cut short', async () => {
    expect(await refusal(aPdf().subarray(0, 300), 'bail.pdf')).toBe('Ce PDF est incomplet ou abîmé.');
  });
  it('refuses one with an archive behind it', async () => {
    const bytes = Buffer.concat([aPdf(), Buffer.from('PK\u0003\u0004 archive')]);
    expect(await refusal(bytes, 'bail.pdf')).toBe('Ce PDF est suivi d’autre chose que du PDF.');
  });
  it('comes to the end of 20 MB made to keep it reading: looking behind each word again would take hours', async () => {
    const bytes = Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj\n'),
      Buffer.alloc(19 * 1024 * 1024, 'stream\n'),
      Buffer.from('startxref\n0\n%%EOF\n'),
    ]);
    expect(await refusal(bytes, 'bail.pdf')).toMatch(/^Ce/);
  });
});

describe('images', () => {
  it.each([
    ['PNG', aPng({ width: 60_000, height: 60_000, honest: false }), 'a.png'],
    ['JPEG', aJpeg({ width: 65_000, height: 65_000 }), 'a.jpg'],
  ])('refuses a %s with absurd dimensions by its header', async (_, bytes, name) => {
    expect(await refusal(bytes, name)).toBe('Cette image a des dimensions démesurées.');
  });
  it.each([
    ['a truncated PNG', aPng().subarray(0, -20), 'a.png'],
    ['a PNG with a changed byte', Buffer.from(aPng()).fill(7, 45, 46), 'a.png'],
    ['a truncated JPEG', aJpeg().subarray(0, -2), 'a.jpg'],
    ['a PNG of no width', aPng({ width: 0, honest: false }), 'a.png'],
  ])('refuses %s', async (_, bytes, name) => {
    expect(await refusal(bytes, name)).toBe('Cette image est incomplète ou abîmée.');
  });
  it.each([
    ['a PNG followed by an archive', Buffer.concat([aPng(), Buffer.from('PK\u0003\u0004')]), 'a.png'],
    ['a JPEG followed by a page', aJpeg({ after: Buffer.from('<html><script>') }), 'a.jpg'],
    [
      'a JPEG that is also a PDF',
      aJpeg({ before: Buffer.concat([Buffer.from([0xff, 0xfe, 0, 12]), Buffer.from('%PDF-1.7\n1')]) }),
      'a.jpg',
    ],
  ])('refuses %s', async (_, bytes, name) => {
    expect(await refusal(bytes, name)).toBe('Ce fichier contient autre chose qu’une image.');
  });
  it('draws a picture anew: upright, no longer than a page needs, without place, author or anything else', async () => {
    const photo = await sharp({ create: { width: 4_000, height: 1_000, channels: 3, background: '#a33' } })
      .withExif({ IFD0: { Artist: 'Yasmine' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(photo.includes('Yasmine')).toBe(true);
    const { bytes } = await taken(photo, 'a.jpg');
    const { width, height, exif, icc, xmp, orientation } = await sharp(bytes).metadata();
    expect({ width, height, exif, icc, xmp, orientation }).toEqual({ width: 875, height: 3_500 });
    expect(bytes.includes('Yasmine')).toBe(false);
  });
});
