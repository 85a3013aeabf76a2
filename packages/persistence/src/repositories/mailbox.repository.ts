import type { Actor, MailRow, Page, SearchMailboxRequest } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { toInstant } from '../support/dates.ts';

export interface StoredMail extends MailRow {
  messageId: string;
  raw: Uint8Array;
}
const rowSelect = { id: true, recipient: true, subject: true, createdAt: true } as const;

/** The mailbox used while no mail server is set; the row policies let administrators alone read it. */
export class MailboxRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get mine() {
    return { associationId: this.actor.associationId };
  }
  /** Adding the same message again changes nothing. */
  async add(mail: {
    id: string;
    recipient: string;
    subject: string;
    messageId: string;
    raw: Uint8Array;
    createdAt: string;
  }): Promise<void> {
    await this.tx.mailMessage.createMany({ data: [{ ...mail, raw: new Uint8Array(mail.raw), ...this.mine }], skipDuplicates: true });
  }
  async search({ page, perPage, sort, filter: { q } }: SearchMailboxRequest): Promise<Page<MailRow>> {
    const like = q ? { contains: q, mode: 'insensitive' as const } : undefined;
    const where = { ...this.mine, ...(like ? { OR: [{ recipient: like }, { subject: like }] } : {}) };
    const [rows, total] = await Promise.all([
      this.tx.mailMessage.findMany({
        where,
        select: rowSelect,
        orderBy: [{ [sort?.field ?? 'createdAt']: sort?.order ?? 'desc' }, { id: 'desc' }],
        skip: (page - 1) * perPage,
        take: perPage,
      }),
      this.tx.mailMessage.count({ where }),
    ]);
    return { data: rows.map((row) => ({ ...row, createdAt: toInstant(row.createdAt) })), total };
  }
  async find(id: string): Promise<StoredMail | null> {
    const row = await this.tx.mailMessage.findFirst({ where: { ...this.mine, id }, select: { ...rowSelect, messageId: true, raw: true } });
    return row && { ...row, createdAt: toInstant(row.createdAt) };
  }
}
