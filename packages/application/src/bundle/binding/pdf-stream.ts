import type { PDFDocument, PDFObject } from 'mupdf';

export type Write = (bytes: Uint8Array | string) => Promise<void>;

/** Objects kept free at the start: the catalogue, the tree of pages, the information, the bookmarks. */
const [CATALOGUE, PAGES, INFO, OUTLINES] = [1, 2, 3, 4];
const FIRST_FREE = 5;
/** A literal string, a hexadecimal one or a name, which are left alone; or a reference. */
const TOKENS = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\/[^\s/[\]<>()]*|(?<![\d.])(\d+) (\d+) R(?![A-Za-z])/g;
/** Of a page: the rest points back into the document it came from, or does something. */
const PAGE_KEYS = ['Resources', 'MediaBox', 'CropBox', 'Rotate', 'Contents', 'UserUnit', 'Group'];
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

/** Text outside the page: UTF-16 with its mark, which every reader takes. */
const textString = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

export interface Bookmark {
  title: string;
  /** Page it leads to, as `addPages` returned it. */
  page: number;
}

/**
 * Writes a PDF as it comes: the objects of each document are copied out as soon as it is there, and the document may then be
 * forgotten. What stays in memory is one offset per object and one number per page, whatever the weight of the papers. Pages may be
 * put in front of those written before them: their order is told at the end.
 */
export class PdfStream {
  private readonly offsets: number[] = [];
  private at = 0;
  private next = FIRST_FREE;
  constructor(private readonly write: Write) {}

  async begin(): Promise<void> {
    // The second line tells transfer programs that this is no text.
    await this.put(Buffer.concat([Buffer.from('%PDF-1.7\n%'), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0x0a])]));
  }

  /** Copies every page, and all they need. @returns the object numbers of the pages, in their order */
  async addPages(document: PDFDocument): Promise<number[]> {
    const numbers = new Map<number, number>();
    const waiting: number[] = [];
    const numberOf = (from: number): number => {
      const known = numbers.get(from);
      if (known !== undefined) return known;
      const fresh = this.next++;
      numbers.set(from, fresh);
      waiting.push(from);
      return fresh;
    };
    const moved = (text: string): string =>
      text.replace(TOKENS, (token, object?: string) => (object === undefined ? token : `${numberOf(Number(object))} 0 R`));

    const pages: number[] = [];
    const count = document.countPages();
    for (let i = 0; i < count; i++) {
      const page = document.findPage(i);
      const entries = PAGE_KEYS.flatMap((key) => {
        const value = INHERITED.includes(key) ? page.getInheritable(key) : page.get(key);
        return value.isNull() ? [] : [`/${key} ${moved(value.toString(true, true))}`];
      });
      const number = this.next++;
      await this.object(number, `<</Type/Page/Parent ${PAGES} 0 R ${entries.join('')}>>`);
      pages.push(number);
    }
    for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) await this.copy(document, from, numbers.get(from)!, moved);
    return pages;
  }

  private async copy(document: PDFDocument, from: number, to: number, moved: (text: string) => string): Promise<void> {
    const reference = document.newIndirect(from);
    const object: PDFObject = reference.resolve();
    if (!reference.isStream()) return this.object(to, moved(object.toString(true, true)));
    const raw = reference.readRawStream();
    const bytes = raw.asUint8Array();
    object.put('Length', bytes.length);
    await this.begun(to);
    await this.put(`${moved(object.toString(true, true))}\nstream\n`);
    await this.put(bytes);
    await this.put('\nendstream\nendobj\n');
    raw.destroy();
  }

  /**
   * @param front pages without a piece, numbered i, ii, iii by the reader; the others from 1, as they are stamped
   * @param madeAt ISO instant
   */
  async end(
    order: { front: readonly number[]; pieces: readonly number[] },
    { title, madeAt, bookmarks }: { title: string; madeAt: string; bookmarks: readonly Bookmark[] },
  ): Promise<void> {
    const kids = [...order.front, ...order.pieces];
    await this.object(PAGES, `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`);
    const first = this.next;
    for (const [i, { title: name, page }] of bookmarks.entries()) {
      const beside = `${i > 0 ? `/Prev ${first + i - 1} 0 R` : ''}${i < bookmarks.length - 1 ? `/Next ${first + i + 1} 0 R` : ''}`;
      await this.object(this.next++, `<</Title ${textString(name)}/Parent ${OUTLINES} 0 R/Dest[${page} 0 R /Fit]${beside}>>`);
    }
    const ends = bookmarks.length ? `/First ${first} 0 R/Last ${this.next - 1} 0 R` : '';
    await this.object(OUTLINES, `<</Type/Outlines/Count ${bookmarks.length}${ends}>>`);
    const made = `D:${madeAt.slice(0, 19).replace(/\D/g, '')}Z`;
    await this.object(INFO, `<</Title ${textString(title)}/Producer(Permanence)/CreationDate(${made})>>`);
    const labels = order.pieces.length && order.front.length ? `/PageLabels<</Nums[0<</S/r>>${order.front.length}<</S/D>>]>>` : '';
    await this.object(
      CATALOGUE,
      `<</Type/Catalog/Pages ${PAGES} 0 R/Outlines ${OUTLINES} 0 R/Lang(fr-FR)/ViewerPreferences<</DisplayDocTitle true>>/PageMode/UseOutlines${labels}>>`,
    );
    const start = this.at;
    const size = this.next;
    await this.put(`xref\n0 ${size}\n0000000000 65535 f \n`);
    for (let i = 1; i < size; i += 500) {
      let lines = '';
      for (let number = i; number < Math.min(size, i + 500); number++) {
        const offset = this.offsets[number];
        lines += offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
      }
      await this.put(lines);
    }
    await this.put(`trailer\n<</Size ${size}/Root ${CATALOGUE} 0 R/Info ${INFO} 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  }

  private async begun(number: number): Promise<void> {
    this.offsets[number] = this.at;
    await this.put(`${number} 0 obj\n`);
  }
  private async object(number: number, text: string): Promise<void> {
    await this.begun(number);
    await this.put(`${text}\nendobj\n`);
  }
  private async put(bytes: Uint8Array | string): Promise<void> {
    const out = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    this.at += out.length;
    await this.write(out);
  }
}
