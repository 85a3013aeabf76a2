import { AppError, MAX_FILE_BYTES } from '@permanence/contracts';
import { aJpeg, anObjectStream, aPdf, aPng } from '@permanence/testing';
import { cleanFileName, inspectFile } from './inspect-file.ts';

const look = (bytes: Buffer, originalName: string, declaredType = '') => inspectFile({ bytes, originalName, declaredType });
const refusal = async (bytes: Buffer, name: string, declaredType = ''): Promise<string> => {
  try {
    return `taken as ${await look(bytes, name, declaredType)}`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.problems[0]?.field).toBe('file');
    return `${error.code}: ${error.problems[0]?.message}`;
  }
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
  ])('takes %s', async (_, bytes, name, declared, expected) => {
    await expect(look(bytes, name, declared)).resolves.toBe(expected);
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
    expect(await refusal(bytes, name, declared)).toMatch(/^file-refused: Seuls les fichiers PDF/);
  });

  it.each([
    ['a PNG named .pdf', aPng(), 'bail.pdf', ''],
    ['a PDF named .exe', aPdf(), 'bail.exe', ''],
    ['a PDF declared as an image', aPdf(), 'bail.pdf', 'image/png'],
  ])('refuses %s: the content is not what the name says', async (_, bytes, name, declared) => {
    expect(await refusal(bytes, name, declared)).toMatch(/^file-refused: Le contenu du fichier ne correspond pas/);
  });

  it('refuses an empty file and one byte too many', async () => {
    expect(await refusal(Buffer.alloc(0), 'bail.pdf')).toBe('file-refused: Ce fichier est vide.');
    expect(await refusal(Buffer.alloc(MAX_FILE_BYTES + 1), 'bail.pdf')).toMatch(/^file-too-large: Le fichier dépasse 20 Mo/);
  });
});

describe('PDF', () => {
  it.each([
    ['a script', aPdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' })],
    ['a script whose name is written in codes', aPdf({ catalog: '/OpenAction << /S /J#61va#53cript /JS (x) >>' })],
    ['a script packed into an object stream', aPdf({ objects: [anObjectStream('<< /S /JavaScript /JS (x) >>')] })],
    [
      'a script packed into an object stream that does not say so',
      aPdf({ objects: [anObjectStream('<< /S /JavaScript >>', '/N 1 /First 4 /Filter /FlateDecode')] }),
    ],
    [
      'an object stream packed in a way we do not read',
      aPdf({ objects: [anObjectStream('<< >>', '/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode')] }),
    ],
    ['a command to launch', aPdf({ objects: ['<< /S /Launch /F (cmd.exe) >>'] })],
    ['an attached file', aPdf({ objects: ['<< /Type /EmbeddedFile >>'] })],
    ['a dynamic form', aPdf({ objects: ['<< /XFA 6 0 R >>'] })],
    ['rich media', aPdf({ objects: ['<< /Subtype /RichMedia >>'] })],
  ])('refuses %s', async (_, bytes) => {
    expect(await refusal(bytes, 'bail.pdf')).toMatch(/^file-refused: Ce PDF contient des éléments actifs/);
  });
  it('refuses an encrypted one, which nobody could look into', async () => {
    expect(await refusal(aPdf({ trailer: '/Encrypt 6 0 R' }), 'bail.pdf')).toMatch(/^file-refused: Ce PDF est protégé/);
  });
  it('refuses one that is cut short', async () => {
    expect(await refusal(aPdf().subarray(0, 300), 'bail.pdf')).toBe('file-refused: Ce PDF est incomplet ou abîmé.');
  });
  it('refuses an object stream that is damaged', async () => {
    const bytes = aPdf({ objects: ['<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\nnot deflated\nendstream'] });
    expect(await refusal(bytes, 'bail.pdf')).toBe('file-refused: Ce PDF est incomplet ou abîmé.');
  });
  it('refuses one with an archive behind it', async () => {
    const bytes = Buffer.concat([aPdf(), Buffer.from('PK\u0003\u0004 archive')]);
    expect(await refusal(bytes, 'bail.pdf')).toBe('file-refused: Ce PDF est suivi d’autre chose que du PDF.');
  });
  it('reads 20 MB made to keep it reading in a few seconds', async () => {
    const bytes = Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj\n'),
      Buffer.alloc(19 * 1024 * 1024, 'stream\n'),
      Buffer.from('startxref\n0\n%%EOF\n'),
    ]);
    const start = performance.now();
    expect(await refusal(bytes, 'bail.pdf')).toMatch(/^file-refused/);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('images', () => {
  it.each([
    ['PNG', aPng({ width: 60_000, height: 60_000, honest: false }), 'a.png'],
    ['JPEG', aJpeg({ width: 65_000, height: 65_000 }), 'a.jpg'],
  ])('refuses a %s with absurd dimensions by its header', async (_, bytes, name) => {
    expect(await refusal(bytes, name)).toBe('file-refused: Cette image a des dimensions démesurées.');
  });
  it.each([
    ['a truncated PNG', aPng().subarray(0, -20), 'a.png'],
    ['a PNG with a changed byte', Buffer.from(aPng()).fill(7, 45, 46), 'a.png'],
    ['a truncated JPEG', aJpeg().subarray(0, -2), 'a.jpg'],
    ['a PNG of no width', aPng({ width: 0, honest: false }), 'a.png'],
  ])('refuses %s', async (_, bytes, name) => {
    expect(await refusal(bytes, name)).toBe('file-refused: Cette image est incomplète ou abîmée.');
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
    expect(await refusal(bytes, name)).toBe('file-refused: Ce fichier contient autre chose qu’une image.');
  });
});

describe('the name kept', () => {
  it.each([
    ['C:\\Users\\x\\bail.pdf', 'bail.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['attestation\u202Efdp.exe', 'attestationfdp.exe'],
    ['شهادة عمل – été.pdf', 'شهادة عمل – été.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['', 'fichier'],
    ['.pdf', 'fichier.pdf'],
  ])('%j becomes %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });
  it('is cut, its extension kept, without cutting a character in two', () => {
    const kept = cleanFileName(`${'😀'.repeat(200)}.pdf`);
    expect(kept).toBe(`${'😀'.repeat(120)}.pdf`);
  });
});
