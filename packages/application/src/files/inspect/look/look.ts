import { fileTypeFromBuffer } from 'file-type';
import { lookAtDocx } from './docx.ts';
import { lookAtHeic, lookAtImage } from './image.ts';
import { lookAtPdf } from './pdf.ts';
import type { Look, Looked } from './looked.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
type Kind = 'pdf' | 'jpeg' | 'png' | 'heic' | 'docx';
const KINDS: Record<string, Kind> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
  [DOCX]: 'docx',
};
const EXTENSIONS: Record<string, Kind> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jpe: 'jpeg',
  jfif: 'jpeg',
  png: 'png',
  heic: 'heic',
  heif: 'heic',
  hif: 'heic',
  docx: 'docx',
};
const DECLARED: Record<string, Kind> = { ...KINDS, 'image/jpg': 'jpeg', 'image/pjpeg': 'jpeg', 'application/x-pdf': 'pdf' };
/** What a browser sends when it does not know. */
const UNDECLARED = new Set(['', 'application/octet-stream', 'binary/octet-stream']);
const OTHER_KIND = 'Seuls les fichiers PDF, JPEG, PNG, HEIC et DOCX sont acceptés ; celui-ci n’en est pas un, quel que soit son nom.';
const OTHER_NAME = 'Le contenu du fichier ne correspond pas à son nom. Renommez-le, ou choisissez le bon fichier.';
const OLD_OR_LOCKED =
  'Ce document Word est protégé par un mot de passe ou d’un ancien format. Enregistrez-le en PDF ou en DOCX sans mot de passe.';
const MACROS = 'Ce document Word contient des macros. Enregistrez-le en PDF, puis recommencez.';

const LOOKS: Record<Kind, Look> = {
  pdf: lookAtPdf,
  jpeg: (bytes) => lookAtImage(bytes, 'image/jpeg'),
  png: (bytes) => lookAtImage(bytes, 'image/png'),
  heic: lookAtHeic,
  docx: lookAtDocx,
};
const isPicture = (kind: Kind): boolean => kind !== 'pdf' && kind !== 'docx';
/** Pictures are drawn anew, so one kind named as another (phones do that) does no harm; anything else must be what its name says. */
const agree = (said: Kind | undefined, is: Kind): boolean => said === is || (said !== undefined && isPicture(said) && isPicture(is));

/**
 * What the bytes are, whatever the name says, made inert: what may be kept, or why not. Decodes, so it runs in a process of its own
 * (`main.ts`): a file made to exhaust memory or time takes that process down and nothing else.
 */
export async function look(bytes: Buffer, originalName: string, declaredType: string): Promise<Looked> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime as string | undefined;
  if (mime === 'application/x-cfb') return { refused: OLD_OR_LOCKED };
  if (mime?.includes('macroenabled') || mime?.includes('macroEnabled')) return { refused: MACROS };
  const kind = mime === undefined ? undefined : KINDS[mime];
  if (!kind) return { refused: OTHER_KIND };
  const extension = /\.([^.]+)$/.exec(originalName)?.[1]?.toLowerCase();
  const declared = declaredType.split(';')[0]!.trim().toLowerCase();
  if (extension !== undefined && !agree(EXTENSIONS[extension], kind)) return { refused: OTHER_NAME };
  if (!UNDECLARED.has(declared) && !agree(DECLARED[declared], kind)) return { refused: OTHER_NAME };
  return LOOKS[kind](bytes);
}
