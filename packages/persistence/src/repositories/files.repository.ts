import type { Actor, MediaType, PaperConfidentiality } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { personScope, restrictedScope } from '../support/scope.ts';

export interface FileRow {
  id: string;
  personId: string;
  mediaType: MediaType;
  byteSize: number;
  fingerprint: string;
  storageKey: string;
  sealedKey: Uint8Array;
  keyVersion: number;
  originalName: string;
  pages: number | null;
  confidentiality: PaperConfidentiality;
}

/** What is known of stored files. Their bytes lie behind the storage port. */
export class FilesRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope() {
    return { associationId: this.actor.associationId, person: personScope(this.actor), ...restrictedScope(this.actor) };
  }
  /** One at a time per fingerprint until the transaction ends, so that the same file sent twice at once is kept once. */
  async lock(fingerprint: string): Promise<void> {
    await this.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`file ${fingerprint}`}, 0))`;
  }
  /** The kept paper that has the same file for this person, if the caller may see it. */
  async sameFile(personId: string, fingerprint: string): Promise<{ documentId: string } | null> {
    const row = await this.tx.document.findFirst({
      where: { ...this.scope, personId, removedAt: null, file: { fingerprint } },
      select: { id: true },
    });
    return row && { documentId: row.id };
  }
  async add(file: FileRow): Promise<void> {
    await this.tx.storedFile.createMany({
      data: [{ ...file, sealedKey: Uint8Array.from(file.sealedKey), associationId: this.actor.associationId }],
    });
  }
  /** The file of a kept paper. Both must be of the same person: a row pointed at another's file opens nothing. */
  async ofDocument(documentId: string): Promise<FileRow | null> {
    const row = await this.tx.document.findFirst({
      where: { ...this.scope, id: documentId, removedAt: null },
      select: { personId: true, file: true },
    });
    if (!row?.file || row.file.personId !== row.personId) return null;
    const { associationId: _, createdAt: __, ...file } = row.file;
    return { ...file, mediaType: file.mediaType as MediaType };
  }
  async setConfidentiality(documentId: string, confidentiality: PaperConfidentiality): Promise<void> {
    await this.tx.storedFile.updateMany({ where: { ...this.scope, document: { id: documentId } }, data: { confidentiality } });
  }
  /** Files whose keys are sealed by this version of the association's key, whoever may see them: as the system. */
  async unsafeSealedBy(version: number, limit: number): Promise<{ id: string; personId: string; sealedKey: Uint8Array }[]> {
    return this.tx.storedFile.findMany({
      where: { associationId: this.actor.associationId, keyVersion: version },
      select: { id: true, personId: true, sealedKey: true },
      take: limit,
    });
  }
  /** Their keys under another version, in one statement; one that was changed meanwhile stays as it is. */
  async unsafeReseal(from: number, to: number, keys: readonly { id: string; sealedKey: Uint8Array }[]): Promise<number> {
    return this.tx.$executeRaw`
      update stored_file f set sealed_key = decode(n.sealed_key, 'base64'), key_version = ${to}
      from unnest(${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ sealedKey }) => Buffer.from(sealedKey).toString('base64'))}::text[])
        as n(id, sealed_key)
      where f.association_id = ${this.actor.associationId}::uuid and f.id = n.id and f.key_version = ${from}`;
  }
  /**
   * Every storage key of the association, whoever may see it: what the sweep compares the storage with. To be called as the system
   * with the right to restricted papers; with less, files in use would look forgotten.
   */
  async unsafeStorageKeys(): Promise<Set<string>> {
    const rows = await this.tx.storedFile.findMany({
      where: { associationId: this.actor.associationId },
      select: { storageKey: true },
    });
    return new Set(rows.map((row) => row.storageKey));
  }
}
