import type { Readable } from 'node:stream';
import { cancelUpload, findUpload, receivePieces, startUpload, type UploadContext } from '@permanence/application';
import { NewUploadRequest, UPLOAD_HOURS, type Actor } from '@permanence/contracts';
import { DataStore, Upload } from '@tus/server';

/** What the tus server writes to: one caller's own files on their way, sealed before a byte is stored. One per request. */
export class SealedDataStore extends DataStore {
  override extensions = ['creation', 'termination', 'expiration'];
  constructor(
    private readonly app: UploadContext,
    private readonly actor: Actor,
  ) {
    super();
  }
  override async create(upload: Upload): Promise<Upload> {
    const { personId, filename, filetype } = upload.metadata ?? {};
    const request = NewUploadRequest.parse({
      personId,
      filename: filename ?? '',
      filetype: filetype ?? '',
      byteSize: upload.size,
    });
    await startUpload(this.app, this.actor, { ...request, id: upload.id });
    return upload;
  }
  override write(content: Readable, id: string, offset: number): Promise<number> {
    return receivePieces(this.app, this.actor, { id, offset, content });
  }
  override async getUpload(id: string): Promise<Upload> {
    const { byteSize, received, createdAt } = await findUpload(this.app, this.actor, id);
    return new Upload({ id, size: byteSize, offset: received, creation_date: createdAt });
  }
  override remove(id: string): Promise<void> {
    return cancelUpload(this.app, this.actor, { id });
  }
  override getExpiration(): number {
    return UPLOAD_HOURS * 3_600_000;
  }
}
