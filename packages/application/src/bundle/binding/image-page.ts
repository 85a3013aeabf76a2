import * as mupdf from 'mupdf';

/** A4 in points. */
const [SHORT, LONG] = [595.28, 841.89];
const EDGE = 24;
/** Room for the stamp above the picture. */
const TOP = 40;
/** A small picture is not blown up: never under so many dots per inch. */
const FEWEST_DPI = 100;

/** A picture on one A4 page, upright or lying as it is itself, whole. */
export function imageDocument(bytes: Uint8Array): mupdf.PDFDocument {
  const image = new mupdf.Image(bytes);
  const [w, h] = [image.getWidth(), image.getHeight()];
  const [width, height] = w > h ? [LONG, SHORT] : [SHORT, LONG];
  const scale = Math.min((width - 2 * EDGE) / w, (height - EDGE - TOP) / h, 72 / FEWEST_DPI);
  const [x, y] = [(width - w * scale) / 2, height - TOP - h * scale];
  const document = new mupdf.PDFDocument();
  const resources = document.newDictionary();
  const pictures = document.newDictionary();
  pictures.put('P', document.addImage(image));
  resources.put('XObject', pictures);
  const content = `q ${(w * scale).toFixed(3)} 0 0 ${(h * scale).toFixed(3)} ${x.toFixed(3)} ${y.toFixed(3)} cm /P Do Q`;
  document.insertPage(-1, document.addPage([0, 0, width, height], 0, document.addObject(resources), content));
  image.destroy();
  return document;
}
