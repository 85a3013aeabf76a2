import { z } from 'zod';
import { LocalBlobStore, type BlobStore } from './blob-store.ts';
import { FileStore, noFileStore } from './file-store.ts';
import { S3BlobStore, type S3Settings } from './s3-blob-store.ts';
import { readFilesKey } from './seal.ts';

/** Where the sealed files lie and what seals their keys: the same variables for the API and the worker. */
export const filesEnvironment = {
  /** A folder of this machine; not used when `S3_BUCKET` is set. */
  FILES_DIR: z.string().optional(),
  /** 32 bytes, base64. */
  FILES_KEY: z.string().optional(),
  /** The key before this one, while a change of FILES_KEY is under way. */
  FILES_KEY_PREVIOUS: z.string().optional(),
  /** Absent beside S3_BUCKET: Amazon's own. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().default('eu-west-3'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
};
type FilesEnvironment = z.infer<z.ZodObject<typeof filesEnvironment>>;

export interface FilePlaceSettings {
  place: { dir: string } | { s3: S3Settings };
  key: string;
  previousKey?: string | undefined;
}

/**
 * @returns undefined when no place or no key is given: papers are then noted without their file
 * @throws Error naming what is missing beside S3_BUCKET
 */
export function filePlace(e: FilesEnvironment): FilePlaceSettings | undefined {
  if (!e.FILES_KEY) return undefined;
  const keys = { key: e.FILES_KEY, previousKey: e.FILES_KEY_PREVIOUS };
  if (!e.S3_BUCKET) return e.FILES_DIR ? { place: { dir: e.FILES_DIR }, ...keys } : undefined;
  if (!e.S3_ACCESS_KEY_ID || !e.S3_SECRET_ACCESS_KEY)
    throw new Error('Configuration : S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY (missing beside S3_BUCKET)');
  const s3 = {
    endpoint: e.S3_ENDPOINT,
    region: e.S3_REGION,
    bucket: e.S3_BUCKET,
    accessKeyId: e.S3_ACCESS_KEY_ID,
    secretAccessKey: e.S3_SECRET_ACCESS_KEY,
  };
  return { place: { s3 }, ...keys };
}

/** The file store of a process; one that refuses every file where there is no place for them. */
export function openFileStore(settings: FilePlaceSettings | undefined): FileStore {
  if (!settings) return noFileStore();
  const { place, key, previousKey } = settings;
  const blobs: BlobStore = 'dir' in place ? new LocalBlobStore(place.dir) : new S3BlobStore(place.s3);
  return new FileStore(blobs, readFilesKey(key), previousKey ? readFilesKey(previousKey) : null, 'dir' in place ? 'folder' : 's3');
}
