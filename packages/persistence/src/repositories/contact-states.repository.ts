import type { Actor, BrokenContact, BrokenReason } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { toInstant } from '../support/dates.ts';
import { expectOne } from '../support/errors.ts';
import { personScope } from '../support/scope.ts';

/** What is noted of an address beside its safety. `repaired` and `resumed` come from a volunteer, with a sentence. */
export type ContactEventKind = 'stopped' | 'resumed' | 'soft-bounce' | 'broken' | 'repaired';
interface Event {
  id: string;
  personId: string;
  contactId: string;
  reminderId?: string | null;
  kind: ContactEventKind;
  reason?: string | null;
  at: string;
}

/** Whether an address may still be used: stopped by its owner, or broken. */
export class ContactStatesRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope() {
    return { associationId: this.actor.associationId, removedAt: null, person: personScope(this.actor) };
  }
  async note(event: Event): Promise<void> {
    const { associationId, userId } = this.actor;
    await this.tx.contactEvent.createMany({ data: [{ ...event, associationId, actorId: userId }] });
  }
  /** Every address of the person that automatic messages could use. @returns those stopped now */
  async stopAll(personId: string, now: string): Promise<string[]> {
    const where = { ...this.scope, personId, channel: { in: ['email' as const, 'sms' as const] }, stoppedAt: null };
    const rows = await this.tx.contact.findMany({ where, select: { id: true } });
    await this.tx.contact.updateMany({ where, data: { stoppedAt: now, version: { increment: 1 } } });
    return rows.map((row) => row.id);
  }
  /** A volunteer takes a stop or a breakage back. */
  async clear(id: string, version: number): Promise<void> {
    const { count } = await this.tx.contact.updateMany({
      where: { ...this.scope, id, version },
      data: { stoppedAt: null, brokenAt: null, brokenReason: null, softBounces: 0, version: { increment: 1 } },
    });
    expectOne(count, (await this.tx.contact.count({ where: { ...this.scope, id } })) > 0);
  }
  /** The address was changed: what was known of the one before no longer holds. */
  async forgetBounces(id: string): Promise<void> {
    await this.tx.contact.updateMany({ where: { ...this.scope, id }, data: { brokenAt: null, brokenReason: null, softBounces: 0 } });
  }
  /** The same address in every record that holds it: a mailbox shared by two people breaks for both. @returns those broken now */
  async break(contactId: string, reason: BrokenReason, now: string): Promise<{ id: string; personId: string }[]> {
    const one = await this.tx.contact.findFirst({ where: { ...this.scope, id: contactId }, select: { value: true, channel: true } });
    if (!one) return [];
    const where = {
      ...this.scope,
      channel: one.channel,
      value: { equals: one.value, mode: 'insensitive' as const },
      brokenAt: null,
    };
    const rows = await this.tx.contact.findMany({ where, select: { id: true, personId: true } });
    await this.tx.contact.updateMany({ where, data: { brokenAt: now, brokenReason: reason, version: { increment: 1 } } });
    return rows;
  }
  /** Soft bounces in a row so far. */
  async bouncesOf(contactId: string): Promise<number> {
    const row = await this.tx.contact.findFirst({ where: { ...this.scope, id: contactId }, select: { softBounces: true } });
    return row?.softBounces ?? 0;
  }
  /** True: nothing is known against this address. */
  async works(contactId: string | null): Promise<boolean> {
    return contactId !== null && (await this.tx.contact.count({ where: { ...this.scope, id: contactId, brokenAt: null } })) > 0;
  }
  async broken(): Promise<BrokenContact[]> {
    const rows = await this.tx.contact.findMany({
      where: { ...this.scope, brokenAt: { not: null } },
      select: {
        id: true,
        personId: true,
        channel: true,
        value: true,
        brokenAt: true,
        brokenReason: true,
        person: { select: { givenName: true, familyName: true, reference: true } },
      },
      orderBy: [{ brokenAt: 'asc' }, { id: 'asc' }],
      take: 500,
    });
    return rows.map(({ person, brokenAt, brokenReason, ...row }) => ({
      ...row,
      personName: `${person.familyName.toUpperCase()} ${person.givenName}`,
      personReference: person.reference,
      brokenAt: toInstant(brokenAt!),
      brokenReason: brokenReason as BrokenReason,
    }));
  }
  async countSoftBounce(contactId: string): Promise<void> {
    await this.tx.contact.updateMany({ where: { ...this.scope, id: contactId }, data: { softBounces: { increment: 1 } } });
  }
}
