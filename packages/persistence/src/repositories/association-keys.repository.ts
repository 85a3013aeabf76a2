import type { Actor } from '@permanence/contracts';
import type { Tx } from '../database.ts';

export interface SealedAssociationKey {
  version: number;
  sealedKey: Uint8Array;
  /** Null: derived from the key itself. */
  sealedFingerprintKey: Uint8Array | null;
}

/** The association's keys as the database knows them: sealed by a key it never sees. */
export class AssociationKeysRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  async find(version: number): Promise<SealedAssociationKey | null> {
    return this.tx.associationKey.findFirst({
      where: { associationId: this.actor.associationId, version },
      select: { version: true, sealedKey: true, sealedFingerprintKey: true },
    });
  }
  /** The newest first; more than one while a change of key is under way. */
  async all(): Promise<SealedAssociationKey[]> {
    return this.tx.associationKey.findMany({
      where: { associationId: this.actor.associationId },
      select: { version: true, sealedKey: true, sealedFingerprintKey: true },
      orderBy: { version: 'desc' },
    });
  }
  async reseal(version: number, sealedKey: Uint8Array): Promise<void> {
    await this.tx.associationKey.updateMany({
      where: { associationId: this.actor.associationId, version },
      data: { sealedKey: Uint8Array.from(sealedKey) },
    });
  }
  /** The database refuses while a file or an upload is sealed with it. */
  async remove(version: number): Promise<void> {
    await this.tx.associationKey.deleteMany({ where: { associationId: this.actor.associationId, version } });
  }
  /** The key new files are sealed with. */
  async newest(): Promise<SealedAssociationKey | null> {
    return this.tx.associationKey.findFirst({
      where: { associationId: this.actor.associationId },
      select: { version: true, sealedKey: true, sealedFingerprintKey: true },
      orderBy: { version: 'desc' },
    });
  }
  /** Does nothing when somebody made the same version meanwhile: read it again afterwards. */
  async addIfAbsent(key: SealedAssociationKey): Promise<void> {
    await this.tx.associationKey.createMany({
      data: [
        {
          version: key.version,
          sealedKey: Uint8Array.from(key.sealedKey),
          sealedFingerprintKey: key.sealedFingerprintKey && Uint8Array.from(key.sealedFingerprintKey),
          associationId: this.actor.associationId,
        },
      ],
      skipDuplicates: true,
    });
  }
}
