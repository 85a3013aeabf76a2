import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const IV = 12;
const TAG = 16;
export const KEY_BYTES = 32;

/**
 * Seals a small secret (a key) under another: AES-256-GCM, and `context` says what it is and whose. The context is not stored but
 * must be the same to open, so a sealed key moved to another row opens nothing.
 */
export const seal = (key: Uint8Array, secret: Uint8Array, context: string): Uint8Array => {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
};

/** @throws Error when the key, the context or a byte is not the one it was sealed with */
export const unseal = (key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array => {
  if (sealed.length <= IV + TAG) throw new RangeError('not a sealed key');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(sealed.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]);
};

/** What recognises the same file twice, as long as the association has its first key; a later one carries it along, sealed. */
export const fingerprintKeyOf = (associationKey: Uint8Array): Uint8Array =>
  Buffer.from(hkdfSync('sha256', associationKey, '', 'permanence file fingerprint', KEY_BYTES));
/** A fingerprint of clear bytes that only the association can make: a thief cannot test a guess, nor link two people. */
export const fingerprint = (fingerprintKey: Uint8Array, personId: string, bytes: Uint8Array): string =>
  createHmac('sha256', fingerprintKey).update(`${personId}\n`).update(bytes).digest('base64url');

/** @throws Error that never prints the value when it is not 32 bytes in base64 */
export const readFilesKey = (base64: string): Uint8Array => {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`FILES_KEY: ${KEY_BYTES} bytes in base64 expected`);
  return key;
};
