import { AppError, MAX_FILE_BYTES } from '@permanence/contracts';
import type { FilesContext } from '../file-store.ts';
import { Clamav } from './clamav.ts';
import { cleanFileName } from './file-name.ts';
import type { Taken } from './look/looked.ts';
import { LookingPool, type PoolLimits } from './pool.ts';

export interface ReceivedFile {
  bytes: Buffer;
  originalName: string;
  /** As the client said; only compared with what the bytes are. */
  declaredType: string;
}
/** What may be kept of a received file, and under which name. */
export interface CheckedFile extends Taken {
  name: string;
}
/** `absent`: none is configured, which the administrator is told. */
export type AntivirusState = 'absent' | 'up' | 'down';

/** What stands between a received file and the storage. */
export interface FileChecks {
  /** @throws AppError file-too-large, file-refused (both name the field `file` and say in French what to do), scan-failed, unavailable */
  check(file: ReceivedFile): Promise<CheckedFile>;
  antivirus(): Promise<AntivirusState>;
  close(): void;
}
/** What the use cases that take files in may reach. */
export interface UploadContext extends FilesContext {
  checks: FileChecks;
}

export const refuse = (message: string): AppError => new AppError('file-refused', { problems: [{ field: 'file', message }] });
export const tooLarge = (): AppError =>
  new AppError('file-too-large', {
    problems: [
      { field: 'file', message: `Le fichier dépasse ${MAX_FILE_BYTES / 1024 / 1024} Mo. Réduisez-le ou envoyez-le en plusieurs fois.` },
    ],
  });
const INFECTED =
  'L’antivirus a reconnu un programme malveillant dans ce fichier : il n’a pas été gardé. Prévenez la personne qui vous l’a donné.';

/**
 * The checks of this installation: a look at the content in a process of its own, then the antivirus when there is one.
 * @param clamavUrl tcp://host:port
 */
export function fileChecks({ clamavUrl, limits }: { clamavUrl?: string | undefined; limits?: Partial<PoolLimits> } = {}): FileChecks {
  const pool = new LookingPool(limits);
  const clamav = clamavUrl ? new Clamav(clamavUrl) : null;
  return {
    async check(file) {
      if (file.bytes.length === 0) throw refuse('Ce fichier est vide.');
      if (file.bytes.length > MAX_FILE_BYTES) throw tooLarge();
      const looked = await pool.look(file);
      if ('refused' in looked) throw refuse(looked.refused);
      if (clamav && !(await clamav.isClean(file.bytes))) throw refuse(INFECTED);
      return { ...looked.taken, name: cleanFileName(file.originalName, looked.taken.mediaType) };
    },
    antivirus: async () => (clamav ? ((await clamav.answers()) ? 'up' : 'down') : 'absent'),
    close: () => pool.close(),
  };
}
