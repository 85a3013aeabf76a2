import type { Actor, Contact } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { expectOne } from '../support/errors.ts';
import { fromDay, toDayOrNull, toInstantOrNull } from '../support/dates.ts';
import { personScope } from '../support/scope.ts';
import { withoutUndefined } from '../support/without-undefined.ts';

type Dates = 'confirmedOn' | 'stoppedAt' | 'brokenAt';
type Texts = 'brokenReason' | 'messageLevel';
type Row = Omit<Contact, Dates | Texts> & Record<Dates, Date | null> & Record<Texts, string | null>;
const select = {
  id: true,
  personId: true,
  channel: true,
  value: true,
  safety: true,
  note: true,
  confirmedOn: true,
  stoppedAt: true,
  brokenAt: true,
  brokenReason: true,
  wantsCalendar: true,
  messageLevel: true,
  greetingWord: true,
  version: true,
} as const;
const toContact = ({ confirmedOn, stoppedAt, brokenAt, brokenReason, messageLevel, ...row }: Row): Contact => ({
  ...row,
  confirmedOn: toDayOrNull(confirmedOn),
  stoppedAt: toInstantOrNull(stoppedAt),
  brokenAt: toInstantOrNull(brokenAt),
  brokenReason: brokenReason as Contact['brokenReason'],
  messageLevel: messageLevel as Contact['messageLevel'],
});

export class ContactsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope() {
    return { associationId: this.actor.associationId, removedAt: null, person: personScope(this.actor) };
  }
  async ofPerson(personId: string): Promise<Contact[]> {
    const rows = await this.tx.contact.findMany({ where: { ...this.scope, personId }, select, orderBy: { createdAt: 'asc' } });
    return rows.map(toContact);
  }
  async find(id: string): Promise<Contact | null> {
    const row = await this.tx.contact.findFirst({ where: { ...this.scope, id }, select });
    return row && toContact(row);
  }
  async add(
    contact: Pick<Contact, 'id' | 'personId' | 'channel' | 'value' | 'safety' | 'note' | 'messageLevel' | 'greetingWord'> & {
      confirmedOn: string;
    },
  ): Promise<Contact> {
    const row = await this.tx.contact.create({
      data: {
        ...contact,
        confirmedOn: fromDay(contact.confirmedOn),
        confirmedById: this.actor.userId,
        associationId: this.actor.associationId,
      },
      select,
    });
    return toContact(row);
  }
  async update(
    id: string,
    version: number,
    change: { [K in 'value' | 'safety' | 'note' | 'wantsCalendar' | 'messageLevel' | 'greetingWord']?: Contact[K] | undefined } & {
      confirmedOn: string;
    },
  ): Promise<void> {
    const { count } = await this.tx.contact.updateMany({
      where: { ...this.scope, id, version },
      data: {
        ...withoutUndefined(change),
        confirmedOn: fromDay(change.confirmedOn),
        confirmedById: this.actor.userId,
        version: { increment: 1 },
      },
    });
    expectOne(count, (await this.find(id)) !== null);
  }
  async remove(id: string): Promise<void> {
    const { count } = await this.tx.contact.updateMany({
      where: { ...this.scope, id },
      data: { removedAt: new Date(), version: { increment: 1 } },
    });
    expectOne(count, false);
  }
}
