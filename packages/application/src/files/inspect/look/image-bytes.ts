import { crc32 } from 'node:zlib';
import type { Refusal } from './looked.ts';

/** A page at 1200 dpi has 140 million pixels; beyond, an image is a mistake or a bomb. */
const MOST_PIXELS = 150_000_000;
const LONGEST_SIDE = 30_000;
const DAMAGED = 'Cette image est incomplète ou abîmée.';
const TOO_MANY_PIXELS = 'Cette image a des dimensions démesurées.';
const MORE_THAN_AN_IMAGE = 'Ce fichier contient autre chose qu’une image.';

export const sizeRefusal = (width: number, height: number): Refusal | null => {
  if (width < 1 || height < 1) return DAMAGED;
  return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS ? TOO_MANY_PIXELS : null;
};

/** Another format that would be read from the same bytes: a PDF near the start, an archive or a page after the end. */
const hidesAnother = (bytes: Buffer, end: number): boolean =>
  bytes.subarray(0, 1024).includes('%PDF-') ||
  ['%PDF-', 'PK\u0003\u0004', 'PK\u0005\u0006', '<html', '<HTML', '<script', '<?php', '<svg'].some(
    (mark) => bytes.indexOf(mark, end, 'latin1') >= 0,
  );

const IDAT = 'IDAT';
/** PNG: every chunk whole and true to its checksum, from the header to the end mark, and nothing after it. */
export const inspectPng = (bytes: Buffer): Refusal | null => {
  let at = 8;
  let first = true;
  let pixels = false;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const after = at + 12 + length;
    if (after > bytes.length || crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(after - 4)) return DAMAGED;
    if (first !== (type === 'IHDR')) return DAMAGED;
    if (first) {
      if (length !== 13) return DAMAGED;
      const refusal = sizeRefusal(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12));
      if (refusal) return refusal;
      first = false;
    }
    pixels ||= type === IDAT;
    at = after;
    if (type === 'IEND') return !pixels ? DAMAGED : at < bytes.length || hidesAnother(bytes, at) ? MORE_THAN_AN_IMAGE : null;
  }
  return DAMAGED;
};

const SOS = 0xda;
const isStandalone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** JPEG: its segments up to the image itself, the size in the frame header, and the end mark. Phones append more images: allowed. */
export const inspectJpeg = (bytes: Buffer): Refusal | null => {
  let at = 2;
  let framed = false;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return DAMAGED;
    const marker = bytes[at + 1]!;
    if (marker === 0xff || isStandalone(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return DAMAGED;
    if (isFrame(marker)) {
      if (length < 8) return DAMAGED;
      const refusal = sizeRefusal(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
      if (refusal) return refusal;
      framed = true;
    }
    if (marker === SOS) {
      // In the image itself 0xFF is always followed by 0x00 or a restart mark, so the end mark is the end.
      const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), at + 2 + length);
      if (!framed || end < 0) return DAMAGED;
      return hidesAnother(bytes, end + 2) ? MORE_THAN_AN_IMAGE : null;
    }
    at += 2 + length;
  }
  return DAMAGED;
};
