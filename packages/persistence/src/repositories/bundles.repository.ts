import type {
  Actor,
  Bundle,
  BundleFailure,
  BundleFormat,
  BundleRecipient,
  BundleState,
  BundleStep,
  PaperConfidentiality,
} from '@permanence/contracts';
import type { ChecklistStep } from '@permanence/rules';
import type { Tx } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { toInstant, toInstantOrNull } from '../support/dates.ts';
import { dossierScope } from '../support/scope.ts';

/** What was asked: enough to make it again in the same way. */
export interface BundleOrder {
  dossierId: string;
  format: BundleFormat;
  recipient: BundleRecipient;
  recipientName: string | null;
  step: ChecklistStep;
  /** In the order they are numbered. */
  documentIds: string[];
  restricted: boolean;
  presence: boolean;
}
export type StoredBundle = BundleOrder &
  Pick<Bundle, 'id' | 'state' | 'percent' | 'at' | 'failure' | 'byteSize' | 'askedAt' | 'expiresAt'> & { askedById: string };

/** The sealed outcome: a stored file that no paper refers to. */
export interface BundleFile {
  id: string;
  personId: string;
  mediaType: string;
  byteSize: number;
  storageKey: string;
  sealedKey: Uint8Array;
  keyVersion: number;
  confidentiality: PaperConfidentiality;
}

export class BundlesRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope() {
    return {
      associationId: this.actor.associationId,
      dossier: dossierScope(this.actor),
      ...(this.actor.restrictedPapers ? {} : { restricted: false }),
    };
  }

  async add(bundle: BundleOrder & { id: string; askedAt: string }): Promise<void> {
    const { associationId, userId } = this.actor;
    await this.tx.bundle.createMany({
      data: [{ ...bundle, askedAt: new Date(bundle.askedAt), associationId, askedById: userId ?? bundle.id }],
    });
  }
  async find(id: string): Promise<StoredBundle | null> {
    const row = await this.tx.bundle.findFirst({ where: { ...this.scope, id }, select });
    return row && toBundle(row);
  }
  /** The newest first. */
  async ofDossier(dossierId: string, limit: number): Promise<StoredBundle[]> {
    const rows = await this.tx.bundle.findMany({
      where: { ...this.scope, dossierId },
      select,
      orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return rows.map(toBundle);
  }
  /** Bundles of the dossier on their way. */
  async open(dossierId: string): Promise<number> {
    return this.tx.bundle.count({ where: { ...this.scope, dossierId, state: { in: ['waiting', 'running'] } } });
  }

  /** Takes it in hand. False: it is done, given up, or in other hands whose lease still runs. */
  async start(id: string, leaseId: string, now: string, leaseUntil: string): Promise<boolean> {
    const { count } = await this.tx.bundle.updateMany({
      where: { ...this.scope, id, OR: [{ state: 'waiting' }, { state: 'running', leaseUntil: { lt: new Date(now) } }] },
      data: { state: 'running', percent: 0, atStep: 'pieces', leaseId, leaseUntil: new Date(leaseUntil) },
    });
    return count === 1;
  }
  /** False: it was cancelled meanwhile, or others took over. Nothing more is to be done then. */
  async progress(id: string, leaseId: string, now: { percent: number; at: BundleStep; leaseUntil: string }): Promise<boolean> {
    const { count } = await this.tx.bundle.updateMany({
      where: { ...this.scope, id, leaseId, state: 'running' },
      data: { percent: now.percent, atStep: now.at, leaseUntil: new Date(now.leaseUntil) },
    });
    return count === 1;
  }
  /** Its file and its end, together. False: as for `progress`, and then nothing was written. */
  async finish(id: string, leaseId: string, file: BundleFile, expiresAt: string): Promise<boolean> {
    const { associationId } = this.actor;
    if ((await this.tx.bundle.count({ where: { ...this.scope, id, leaseId, state: 'running' } })) === 0) return false;
    await this.tx.storedFile.createMany({
      data: [
        {
          ...file,
          sealedKey: Uint8Array.from(file.sealedKey),
          // No paper's: it is never looked for by its content.
          fingerprint: `bundle ${id}`,
          originalName: `bundle.${file.mediaType === 'application/pdf' ? 'pdf' : 'zip'}`,
          associationId,
        },
      ],
    });
    const { count } = await this.tx.bundle.updateMany({
      where: { ...this.scope, id, leaseId, state: 'running' },
      data: { state: 'done', percent: 100, atStep: null, fileId: file.id, expiresAt: new Date(expiresAt), ...FREE },
    });
    if (count === 1) return true;
    await this.tx.storedFile.deleteMany({ where: { associationId, id: file.id } });
    return false;
  }
  /** @returns whether it was still on its way, in these hands when `leaseId` is given */
  async end(id: string, state: 'failed' | 'cancelled', failure: BundleFailure | null, leaseId?: string): Promise<boolean> {
    const { count } = await this.tx.bundle.updateMany({
      where: { ...this.scope, id, state: { in: ['waiting', 'running'] }, ...(leaseId ? { leaseId } : {}) },
      data: { state, failure, atStep: null, ...FREE },
    });
    return count === 1;
  }
  /** Back in the queue's hands, to be tried again. */
  async release(id: string, leaseId: string): Promise<void> {
    await this.tx.bundle.updateMany({ where: { ...this.scope, id, leaseId, state: 'running' }, data: { state: 'waiting', ...FREE } });
  }

  async fileOf(id: string): Promise<BundleFile | null> {
    const row = await this.tx.bundle.findFirst({
      where: { ...this.scope, id, state: 'done' },
      select: { file: { select: fileSelect } },
    });
    return row?.file ?? null;
  }
  /** Ids of those whose days are over, and of those asked before `abandoned` that nobody holds any more. */
  async over(now: string, abandoned: string): Promise<{ expired: string[]; abandoned: string[] }> {
    const at = new Date(now);
    const ids = (rows: { id: string }[]): string[] => rows.map((row) => row.id);
    return {
      expired: ids(
        await this.tx.bundle.findMany({ where: { ...this.scope, state: 'done', expiresAt: { lte: at } }, select: { id: true } }),
      ),
      abandoned: ids(
        await this.tx.bundle.findMany({
          where: {
            ...this.scope,
            askedAt: { lt: new Date(abandoned) },
            state: { in: ['waiting', 'running'] },
            OR: [{ leaseUntil: null }, { leaseUntil: { lt: at } }],
          },
          select: { id: true },
        }),
      ),
    };
  }
  /** Forgets its file and the key to it. @returns the storage key to take away afterwards */
  async expire(id: string): Promise<string | null> {
    const file = await this.fileOf(id);
    if (!file) return null;
    await this.tx.bundle.updateMany({ where: { ...this.scope, id }, data: { state: 'expired', fileId: null } });
    await this.tx.storedFile.deleteMany({ where: { associationId: this.actor.associationId, id: file.id, document: null } });
    return file.storageKey;
  }
}

const FREE = { leaseId: null, leaseUntil: null };
const fileSelect = {
  id: true,
  personId: true,
  mediaType: true,
  byteSize: true,
  storageKey: true,
  sealedKey: true,
  keyVersion: true,
  confidentiality: true,
} as const;
const select = {
  id: true,
  dossierId: true,
  format: true,
  recipient: true,
  recipientName: true,
  step: true,
  documentIds: true,
  restricted: true,
  presence: true,
  state: true,
  percent: true,
  atStep: true,
  failure: true,
  askedById: true,
  askedAt: true,
  expiresAt: true,
  file: { select: { byteSize: true } },
} as const satisfies Prisma.BundleSelect;

const toBundle = ({ file, atStep, ...row }: Prisma.BundleGetPayload<{ select: typeof select }>): StoredBundle => ({
  ...row,
  format: row.format as BundleFormat,
  recipient: row.recipient as BundleRecipient,
  step: row.step as ChecklistStep,
  state: row.state as BundleState,
  at: atStep as BundleStep | null,
  failure: row.failure as BundleFailure | null,
  byteSize: file?.byteSize ?? null,
  askedAt: toInstant(row.askedAt),
  expiresAt: toInstantOrNull(row.expiresAt),
});
