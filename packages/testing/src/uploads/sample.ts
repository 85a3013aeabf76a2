/** A file of the corpus, as a browser would send it. */
export interface Sample {
  /** What it is, in words. */
  what: string;
  name: string;
  /** As declared; empty: the browser did not know. */
  type: string;
  bytes: Buffer;
}
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES: Record<string, string> = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png', heic: 'image/heic', docx: DOCX };
export const sample = (what: string, name: string, bytes: Uint8Array, type?: string): Sample => ({
  what,
  name,
  type: type ?? TYPES[name.split('.').at(-1) ?? ''] ?? '',
  bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
});
/** The antivirus test file, put together here so that no antivirus takes this source away. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-');
