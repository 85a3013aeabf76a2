import * as mupdf from 'mupdf';

export type Face = 'sans' | 'bold' | 'serif' | 'mono' | 'hand';
export interface Style {
  size?: number;
  face?: Face;
}
interface Item {
  x: number;
  y: number;
  text: string;
  size: number;
  face: Face;
}

const FONTS: Readonly<Record<Face, string>> = {
  sans: 'Helvetica',
  bold: 'Helvetica-Bold',
  serif: 'Times-Roman',
  mono: 'Courier',
  // The nearest to handwriting that needs no font of somebody's: slanted, and unsteady (see `unsteady`).
  hand: 'Times-Italic',
};
const CP1252: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '–': 0x96, œ: 0x9c, '…': 0x85 };
const hex = (text: string): string =>
  Array.from(text)
    .map((sign) => (CP1252[sign] ?? (sign.charCodeAt(0) < 256 ? sign.charCodeAt(0) : 63)).toString(16).padStart(2, '0'))
    .join('');

/** An A4 page being written on; points from the top left. */
export class Sheet {
  private readonly items: Item[] = [];
  private readonly rules: [number, number, number][] = [];

  text(x: number, y: number, text: string, { size = 10, face = 'sans' }: Style = {}): this {
    this.items.push({ x, y, text, size, face });
    return this;
  }
  lines(x: number, y: number, texts: readonly string[], style: Style = {}): this {
    texts.forEach((text, at) => this.text(x, y + at * (style.size ?? 10) * 1.45, text, style));
    return this;
  }
  row(y: number, cells: readonly (readonly [x: number, text: string])[], style: Style = {}): this {
    for (const [x, text] of cells) this.text(x, y, text, style);
    return this;
  }
  rule(x: number, y: number, width: number): this {
    this.rules.push([x, y, width]);
    return this;
  }

  /** Written by hand somewhere: such a paper exists as a picture only. */
  get handwritten(): boolean {
    return this.items.some(({ face }) => face === 'hand');
  }

  /** A PDF with its own text. `noise` (0 to 1, again and again) makes the hand unsteady. */
  toPdf(noise: () => number): Buffer {
    const document = new mupdf.PDFDocument();
    const hand = new mupdf.Font(FONTS.hand);
    const fonts = document.newDictionary();
    for (const [face, name] of Object.entries(FONTS)) fonts.put(face, document.addSimpleFont(new mupdf.Font(name), 'Latin'));
    const resources = document.newDictionary();
    resources.put('Font', fonts);
    const plain = ({ x, y, text, size, face }: Item): string => `BT /${face} ${size} Tf ${x} ${842 - y} Td <${hex(text)}> Tj ET`;
    const unsteady = ({ x, y, text, size, face }: Item): string => {
      let at = x;
      return Array.from(text)
        .map((sign) => {
          const [turn, lift] = [(noise() - 0.5) * 0.14, (noise() - 0.5) * 1.6];
          const piece = `BT /${face} ${size} Tf ${Math.cos(turn).toFixed(4)} ${Math.sin(turn).toFixed(4)} ${(-Math.sin(turn)).toFixed(4)} ${Math.cos(turn).toFixed(4)} ${at.toFixed(2)} ${(842 - y + lift).toFixed(2)} Tm <${hex(sign)}> Tj ET`;
          at += size * hand.advanceGlyph(hand.encodeCharacter(sign.codePointAt(0)!), 0);
          return piece;
        })
        .join('\n');
    };
    const content = [
      ...this.rules.map(([x, y, width]) => `0.6 w ${x} ${842 - y} m ${x + width} ${842 - y} l S`),
      ...this.items.map((item) => (item.face === 'hand' ? unsteady(item) : plain(item))),
    ].join('\n');
    document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, resources, content));
    return Buffer.from(document.saveToBuffer('compress').asUint8Array());
  }
}
