import { createRequire } from 'node:module';
import sharp, { type Sharp } from 'sharp';
import { inspectJpeg, inspectPng, sizeRefusal } from './image-bytes.ts';
import type { Looked, Taken } from './looked.ts';

// libvips: one file at a time, nothing kept in between.
sharp.cache(false);
sharp.concurrency(1);

/** A page of A4 at 300 dpi has 3,508: legible in print, and small enough for 300 papers in one file. */
const LONGEST_KEPT = 3_500;
const MOST_PIXELS = 150_000_000;
/** A phone's largest picture; beyond, one decoded copy fills the memory we give. */
const MOST_HEIC_PIXELS = 60_000_000;
/** A PNG of more bytes than this is a photograph or a scan: a JPEG of it is a tenth as large. */
const LARGEST_PNG = 3 * 1024 * 1024;
const UNREADABLE = 'Cette image est incomplète ou abîmée.';
const TOO_MANY_PIXELS = 'Cette image a des dimensions démesurées.';

/** Turned upright, made no larger than a page needs, in plain sRGB; sharp writes no metadata unless asked, and is not. */
const redrawn = (image: Sharp): Sharp =>
  image.autoOrient().resize({ width: LONGEST_KEPT, height: LONGEST_KEPT, fit: 'inside', withoutEnlargement: true });
const asJpeg = (image: Sharp): Promise<Buffer> => image.flatten({ background: '#ffffff' }).jpeg({ quality: 85 }).toBuffer();
const taken = (mediaType: Taken['mediaType'], bytes: Buffer, wasHeic = false): Looked => ({
  taken: { mediaType, bytes, pages: 1, wasHeic },
});

/** A JPEG or PNG: dimensions read before a pixel is decoded, then drawn anew, so that only the picture remains. */
export async function lookAtImage(bytes: Buffer, kind: 'image/jpeg' | 'image/png'): Promise<Looked> {
  const refused = kind === 'image/png' ? inspectPng(bytes) : inspectJpeg(bytes);
  if (refused !== null) return { refused };
  const open = (): Sharp => redrawn(sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', sequentialRead: true, pages: 1 }));
  try {
    if (kind === 'image/jpeg') return taken('image/jpeg', await asJpeg(open()));
    const png = await open().png({ compressionLevel: 9 }).toBuffer();
    return png.length > LARGEST_PNG ? taken('image/jpeg', await asJpeg(open())) : taken('image/png', png);
  } catch {
    return { refused: UNREADABLE };
  }
}

/** The part of libheif-js that is used; the package has no types. */
interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(into: { data: Uint8ClampedArray; width: number; height: number }, done: (filled: unknown) => void): void;
  free(): void;
}
interface Libheif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

/** HEIC, which few programs open: the main picture, upright, as a JPEG. What lies beside it (place, depth, film) stays behind. */
export async function lookAtHeic(bytes: Buffer): Promise<Looked> {
  // Only when needed: it is 3 MB of WebAssembly.
  const { HeifDecoder } = createRequire(import.meta.url)('libheif-js/wasm-bundle.js') as Libheif;
  const images = new HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) return { refused: UNREADABLE };
  const [width, height] = [image.get_width(), image.get_height()];
  const refused = sizeRefusal(width, height);
  if (refused) return { refused };
  if (width * height > MOST_HEIC_PIXELS) return { refused: TOO_MANY_PIXELS };
  const data = new Uint8ClampedArray(width * height * 4);
  const filled = await new Promise<boolean>((resolve) => image.display({ data, width, height }, (result) => resolve(Boolean(result))));
  for (const one of images) one.free();
  if (!filled) return { refused: UNREADABLE };
  return taken('image/jpeg', await asJpeg(redrawn(sharp(data, { raw: { width, height, channels: 4 } }))), true);
}
