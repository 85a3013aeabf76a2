/** Why a file is not taken, as a sentence in French that says what to do. */
export type Refusal = string;

/** A file that may be kept, as it will be kept. */
export interface Taken {
  mediaType: 'application/pdf' | 'image/jpeg' | 'image/png' | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  /** Without metadata, links and anything after its end; a DOCX is as it came. */
  bytes: Buffer;
  /** Of a PDF; a picture has one; null where only a word processor could tell. */
  pages: number | null;
  /** It came as HEIC and is kept as JPEG. */
  wasHeic: boolean;
}
export type Looked = { taken: Taken } | { refused: Refusal };
export type Look = (bytes: Buffer) => Promise<Looked> | Looked;
