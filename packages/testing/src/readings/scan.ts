import * as mupdf from 'mupdf';
import sharp from 'sharp';

export interface ScanFaults {
  dpi: number;
  /** Degrees. */
  turn: number;
  /** Standard deviation of the grain, of 255. */
  grain: number;
  blur: number;
  /** JPEG quality, 1 to 100. */
  quality: number;
  /** Brightness of the paper, 0 to 1. */
  paper: number;
}

const rendered = (pdf: Buffer, dpi: number): Buffer => {
  const page = mupdf.Document.openDocument(pdf, 'application/pdf').loadPage(0);
  const pixmap = page.toPixmap(mupdf.Matrix.scale(dpi / 72, dpi / 72), mupdf.ColorSpace.DeviceRGB, false);
  return Buffer.from(pixmap.asPNG());
};

/** The first page as a cheap scanner or a phone sees it: crooked, grainy, greyish, pressed hard. A JPEG. */
export async function scanned(pdf: Buffer, faults: ScanFaults): Promise<Buffer> {
  const paper = Math.round(255 * faults.paper);
  const turned = await sharp(rendered(pdf, faults.dpi))
    .rotate(faults.turn, { background: '#fff' })
    .linear(faults.paper, 0)
    .blur(Math.max(0.3, faults.blur))
    .toBuffer({ resolveWithObject: true });
  const { width, height } = turned.info;
  const grain = await sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: faults.grain } },
  })
    .png()
    .toBuffer();
  return sharp(turned.data)
    .composite([{ input: grain, blend: 'soft-light' }])
    .flatten({ background: { r: paper, g: paper, b: paper } })
    .jpeg({ quality: faults.quality })
    .toBuffer();
}

/** A picture as scanners hand it over: a PDF of one page without text. */
export async function pictureAsPdf(jpeg: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(jpeg).metadata();
  const document = new mupdf.PDFDocument();
  const resources = document.newDictionary();
  const images = document.newDictionary();
  images.put('Im', document.addImage(new mupdf.Image(jpeg)));
  resources.put('XObject', images);
  const [w, h] = [595, Math.round((595 * height) / width)];
  document.insertPage(-1, document.addPage([0, 0, w, h], 0, resources, `q ${w} 0 0 ${h} 0 0 cm /Im Do Q`));
  return Buffer.from(document.saveToBuffer('compress').asUint8Array());
}
