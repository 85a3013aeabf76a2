import { AppError, MAX_FILE_BYTES, type MediaType } from '@permanence/contracts';
import { fileTypeFromBuffer } from 'file-type';
import { inspectJpeg, inspectPng } from './image.ts';
import { inspectPdf } from './pdf.ts';

const CHECKS: Record<MediaType, (bytes: Buffer) => string | null> = {
  'application/pdf': inspectPdf,
  'image/jpeg': inspectJpeg,
  'image/png': inspectPng,
};
const EXTENSIONS: Record<string, MediaType> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  jfif: 'image/jpeg',
  png: 'image/png',
};
/** What a browser sends when it does not know. */
const UNDECLARED = new Set(['', 'application/octet-stream', 'binary/octet-stream']);
const DECLARED: Record<string, MediaType> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'application/x-pdf': 'application/pdf',
};

export interface ReceivedFile {
  bytes: Buffer;
  originalName: string;
  /** As the client said; only compared with what the bytes are. */
  declaredType: string;
}

const refuse = (message: string): never => {
  throw new AppError('file-refused', { problems: [{ field: 'file', message }] });
};
const isTaken = (mime: string | undefined): mime is MediaType => mime !== undefined && mime in CHECKS;

/**
 * What the bytes are, whatever the name says: a PDF, a JPEG or a PNG, whole and inert.
 * @throws AppError file-too-large, file-refused; both name the field `file` and say in French what to do
 */
export async function inspectFile({ bytes, originalName, declaredType }: ReceivedFile): Promise<MediaType> {
  if (bytes.length === 0) refuse('Ce fichier est vide.');
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge();
  const mime = (await fileTypeFromBuffer(bytes))?.mime as string | undefined;
  if (!isTaken(mime)) return refuse('Seuls les fichiers PDF, JPEG et PNG sont acceptés ; celui-ci n’en est pas un, quel que soit son nom.');
  const extension = /\.([^.]+)$/.exec(originalName)?.[1]?.toLowerCase();
  const declared = declaredType.split(';')[0]!.trim().toLowerCase();
  const lies =
    (extension !== undefined && EXTENSIONS[extension] !== mime) || (!UNDECLARED.has(declared) && (DECLARED[declared] ?? declared) !== mime);
  if (lies) refuse('Le contenu du fichier ne correspond pas à son nom. Renommez-le, ou choisissez le bon fichier.');
  const refusal = CHECKS[mime](bytes);
  return refusal === null ? mime : refuse(refusal);
}

export const tooLarge = (): AppError =>
  new AppError('file-too-large', {
    problems: [
      { field: 'file', message: `Le fichier dépasse ${MAX_FILE_BYTES / 1024 / 1024} Mo. Réduisez-le ou envoyez-le en plusieurs fois.` },
    ],
  });

/** The name as kept and given back: one line, no path, nothing that changes the direction of reading. */
export const cleanFileName = (name: string): string => {
  const plain = name
    .normalize('NFC')
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [, stem = plain, extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/su.exec(plain) ?? [];
  return `${Array.from(stem).slice(0, 120).join('') || 'fichier'}${extension}`;
};
