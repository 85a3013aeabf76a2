import { z } from 'zod';
import { Id } from './common.ts';
import { MAX_FILE_BYTES, MEDIA_TYPES } from './papers.ts';

/**
 * A file sent in pieces, by the tus protocol 1.0 (https://tus.io): `POST /api/uploads` with `Upload-Length` and `Upload-Metadata`
 * (`personId`, `filename`, `filetype`), then `PATCH` from the offset that `HEAD` tells. Once all has come, `POST …/check`; then the paper
 * is described with `uploadId`.
 */
export const NewUploadRequest = z.strictObject({
  personId: Id,
  filename: z.string().max(400).default(''),
  filetype: z.string().max(200).default(''),
  byteSize: z.int().min(1).max(MAX_FILE_BYTES),
});
export type NewUploadRequest = z.infer<typeof NewUploadRequest>;

/** What will be kept of it. */
export const CheckedUpload = z.object({
  id: Id,
  mediaType: z.enum(MEDIA_TYPES),
  byteSize: z.int(),
  pages: z.int().nullable(),
  /** It came as HEIC and is kept as JPEG. */
  wasHeic: z.boolean(),
  /** The paper that has the same file already, for this person; to keep it again, `sameFileAgain`. */
  sameAsDocumentId: Id.nullable(),
});
export type CheckedUpload = z.infer<typeof CheckedUpload>;
