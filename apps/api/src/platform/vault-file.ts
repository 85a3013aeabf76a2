import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { contentDisposition } from './content-disposition.ts';

/** Whatever is in it, the browser is told not to run, guess, frame or keep what comes out of the vault. */
export const VAULT_HEADERS = {
  'Content-Security-Policy': "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

interface VaultFile {
  name: string;
  how: 'inline' | 'attachment';
  mediaType: string;
  byteSize: number;
  content: Readable;
}

/** A file of the vault in clear. A client that leaves, or a blob that proves damaged half-way: the connection is cut and the length tells. */
export async function sendVaultFile(response: Response, { name, how, mediaType, byteSize, content }: VaultFile): Promise<void> {
  response.set({
    'Content-Type': mediaType,
    'Content-Length': String(byteSize),
    'Content-Disposition': contentDisposition(name, how),
    ...VAULT_HEADERS,
  });
  await pipeline(content, response).catch(() => response.destroy());
}
