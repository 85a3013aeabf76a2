import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  ListMultipartUploadsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { AppError } from '@permanence/contracts';
import { assertStorageKey, storageUnavailable, type BlobStore, type StoredBlob } from './blob-store.ts';

export interface S3Settings {
  /** Absent: Amazon's own, by the region. */
  endpoint?: string | undefined;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}
const PART = 8 * 1024 * 1024;
/** Between a key and the upload that was left half-way; in no key. */
const HALF = '#';

const codeOf = (error: unknown): string => (error as { name?: string }).name ?? '';
const isMissing = (error: unknown): boolean =>
  ['NoSuchKey', 'NotFound', 'NoSuchUpload'].includes(codeOf(error)) ||
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404;

/**
 * Blobs in an S3 bucket, or in what speaks its language (Ceph, Swift, Garage…). An object appears whole or not at all; what a crash
 * leaves of a large one is an unfinished upload, which `list` tells and `remove` gives up.
 */
export class S3BlobStore implements BlobStore {
  private readonly client: S3Client;
  private readonly bucket: string;
  constructor({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings) {
    this.bucket = bucket;
    this.client = new S3Client({
      region,
      ...(endpoint ? { endpoint } : {}),
      credentials: { accessKeyId, secretAccessKey },
      // A bucket per host name needs a DNS and a certificate for each; few servers but Amazon's have them.
      forcePathStyle: endpoint !== undefined,
      // Newer checksums are understood by Amazon alone. Every byte is authenticated by age anyway.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
    });
  }

  async put(key: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    assertStorageKey(key);
    try {
      await new Upload({
        client: this.client,
        params: { Bucket: this.bucket, Key: key, Body: Readable.from(content, { objectMode: false }) },
        partSize: PART,
        queueSize: 1,
      }).done();
    } catch (error) {
      throw error instanceof AppError ? error : storageUnavailable('write', error);
    }
  }

  async get(key: string): Promise<Readable> {
    assertStorageKey(key);
    try {
      const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
      if (!(Body instanceof Readable)) throw new Error('no content');
      return Body;
    } catch (error) {
      throw storageUnavailable('read', error);
    }
  }

  async remove(key: string): Promise<void> {
    const [whole = '', upload] = key.split(HALF);
    assertStorageKey(whole);
    try {
      await (upload === undefined
        ? this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: whole }))
        : this.client.send(new AbortMultipartUploadCommand({ Bucket: this.bucket, Key: whole, UploadId: upload })));
    } catch (error) {
      if (!isMissing(error)) throw storageUnavailable('remove', error);
    }
  }

  async *list(associationId: string): AsyncIterable<StoredBlob> {
    const where = { Bucket: this.bucket, Prefix: `${associationId}/` };
    try {
      for await (const page of paginateListObjectsV2({ client: this.client }, where))
        for (const { Key, LastModified } of page.Contents ?? [])
          if (Key && LastModified) yield { key: Key, storedAt: LastModified.toISOString(), complete: true };
      const { Uploads = [] } = await this.client.send(new ListMultipartUploadsCommand(where));
      for (const { Key, UploadId, Initiated } of Uploads)
        if (Key && UploadId && Initiated) yield { key: `${Key}${HALF}${UploadId}`, storedAt: Initiated.toISOString(), complete: false };
    } catch (error) {
      throw error instanceof AppError ? error : storageUnavailable('list', error);
    }
  }
}
