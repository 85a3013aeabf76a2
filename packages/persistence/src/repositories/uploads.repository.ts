import type { Actor, MediaType } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { personScope } from '../support/scope.ts';

export interface NewUpload {
  id: string;
  personId: string;
  byteSize: number;
  originalName: string;
  declaredType: string;
  sealedKey: Uint8Array;
  keyVersion: number;
  createdAt: string;
  expiresAt: string;
}
/** What the checks left of it, and under which key it lies. */
export interface KeptUpload {
  mediaType: MediaType;
  keptSize: number;
  pages: number | null;
  fingerprint: string;
  keptKey: Uint8Array;
}
export interface UploadRow extends NewUpload {
  userId: string;
  received: number;
  kept: KeptUpload | null;
}
type Row = Prisma.UploadGetPayload<object>;

const toUpload = ({
  mediaType,
  keptSize,
  pages,
  fingerprint,
  keptKey,
  createdAt,
  expiresAt,
  associationId: _,
  ...row
}: Row): UploadRow => ({
  ...row,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  kept:
    mediaType && keptSize !== null && fingerprint && keptKey
      ? { mediaType: mediaType as MediaType, keptSize, pages, fingerprint, keptKey }
      : null,
});

/** Files on their way. One's own: nobody else goes on with them, whatever their role. */
export class UploadsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get own() {
    return { associationId: this.actor.associationId, userId: this.actor.userId ?? '', person: personScope(this.actor) };
  }
  async add(upload: NewUpload): Promise<void> {
    const { createdAt, expiresAt, sealedKey, ...rest } = upload;
    await this.tx.upload.createMany({
      data: [
        {
          ...rest,
          sealedKey: Uint8Array.from(sealedKey),
          createdAt: new Date(createdAt),
          expiresAt: new Date(expiresAt),
          associationId: this.actor.associationId,
          userId: this.actor.userId ?? '',
        },
      ],
    });
  }
  async find(id: string, now: string): Promise<UploadRow | null> {
    const row = await this.tx.upload.findFirst({ where: { ...this.own, id, expiresAt: { gt: new Date(now) } } });
    return row && toUpload(row);
  }
  /** How many the caller has open, and their bytes when all has come. */
  async open(now: string): Promise<{ count: number; bytes: number }> {
    const { _count, _sum } = await this.tx.upload.aggregate({
      where: { associationId: this.actor.associationId, userId: this.actor.userId ?? '', expiresAt: { gt: new Date(now) } },
      _count: true,
      _sum: { byteSize: true },
    });
    return { count: _count, bytes: _sum.byteSize ?? 0 };
  }
  /** False when somebody else (another tab, a repeated request) was first: nothing changed. */
  async advance(id: string, from: number, to: number): Promise<boolean> {
    const { count } = await this.tx.upload.updateMany({
      where: { ...this.own, id, received: from, mediaType: null },
      data: { received: to },
    });
    return count === 1;
  }
  /** False when it was kept, or given up, meanwhile. */
  async keep(id: string, keyVersion: number, { keptKey, ...kept }: KeptUpload): Promise<boolean> {
    const { count } = await this.tx.upload.updateMany({
      where: { ...this.own, id, keyVersion, mediaType: null },
      data: { ...kept, keptKey: Uint8Array.from(keptKey) },
    });
    return count === 1;
  }
  /** 0 or 1. */
  async remove(id: string): Promise<number> {
    return (await this.tx.upload.deleteMany({ where: { ...this.own, id } })).count;
  }
  /** Takes away what nobody will go on with, whoever's: as the system. Their pieces are then without a row. */
  async unsafeRemoveExpired(now: string): Promise<number> {
    const { count } = await this.tx.upload.deleteMany({
      where: { associationId: this.actor.associationId, expiresAt: { lte: new Date(now) } },
    });
    return count;
  }
  /** Those sealed by this version of the association's key, whoever's: as the system. */
  async unsafeSealedBy(version: number, limit: number) {
    return this.tx.upload.findMany({
      where: { associationId: this.actor.associationId, keyVersion: version },
      select: { id: true, personId: true, userId: true, sealedKey: true, keptKey: true },
      take: limit,
    });
  }
  async unsafeReseal(id: string, from: number, to: number, keys: { sealedKey: Uint8Array; keptKey: Uint8Array | null }): Promise<void> {
    await this.tx.upload.updateMany({
      where: { associationId: this.actor.associationId, id, keyVersion: from },
      data: {
        keyVersion: to,
        sealedKey: Uint8Array.from(keys.sealedKey),
        ...(keys.keptKey ? { keptKey: Uint8Array.from(keys.keptKey) } : {}),
      },
    });
  }
  /** Every upload of the association, whoever's: as the system. */
  async unsafeIds(): Promise<Set<string>> {
    const rows = await this.tx.upload.findMany({ where: { associationId: this.actor.associationId }, select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  }
}
