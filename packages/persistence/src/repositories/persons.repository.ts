import {
  seesWholeAssociation,
  type Actor,
  type HouseholdLink,
  type Page,
  type Person,
  type PersonRow,
  type SearchPersonsRequest,
} from '@permanence/contracts';
import { yearOf } from '@permanence/rules';
import type { IsoDate } from '@permanence/rules';
import type { Tx } from '../database.ts';
import { dayChange, fromDayOrNull, toDayOrNull, toInstant } from '../support/dates.ts';
import { expectOne } from '../support/errors.ts';
import { dossierScope, personScope } from '../support/scope.ts';
import { searchWords } from '../support/search-text.ts';

const select = {
  id: true,
  reference: true,
  givenName: true,
  familyName: true,
  birthOn: true,
  nationality: true,
  languages: true,
  preferredLanguage: true,
  needsInterpreter: true,
  createdAt: true,
  version: true,
} as const;
type PersonData = Omit<Person, 'id' | 'reference' | 'createdAt' | 'version'>;

export class PersonsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}

  /** The next reference of the association, such as P-2026-0041; the counter's row lock makes it unique. */
  async nextReference(today: IsoDate): Promise<string> {
    const { personCounter } = await this.tx.association.update({
      where: { id: this.actor.associationId },
      data: { personCounter: { increment: 1 } },
      select: { personCounter: true },
    });
    return `P-${yearOf(today)}-${String(personCounter).padStart(4, '0')}`;
  }

  /** Inserts the person and lets whoever registers them open the record. */
  async create(person: PersonData & { id: string; reference: string; searchText: string }): Promise<void> {
    const { associationId, userId } = this.actor;
    await this.tx.person.createMany({
      // createMany: no RETURNING, which the reading policy would refuse before the access row exists.
      data: [
        {
          ...person,
          birthOn: fromDayOrNull(person.birthOn),
          preferredLanguage: person.preferredLanguage,
          associationId,
          createdById: userId ?? person.id,
        },
      ],
    });
    if (userId) await this.grantAccess(person.id, userId);
  }

  async grantAccess(personId: string, userId: string): Promise<void> {
    await this.tx.personAccess.createMany({ data: [{ personId, userId, associationId: this.actor.associationId }], skipDuplicates: true });
  }

  async find(id: string): Promise<Person | null> {
    const row = await this.tx.person.findFirst({ where: { ...personScope(this.actor), id, archivedAt: null }, select });
    return (
      row && {
        ...row,
        languages: row.languages as Person['languages'],
        preferredLanguage: row.preferredLanguage as Person['preferredLanguage'],
        birthOn: toDayOrNull(row.birthOn),
        createdAt: toInstant(row.createdAt),
      }
    );
  }

  async update(id: string, version: number, change: Partial<PersonData> & { searchText?: string }): Promise<void> {
    const where = { ...personScope(this.actor), id };
    const { birthOn, ...rest } = change;
    const { count } = await this.tx.person.updateMany({
      where: { ...where, version },
      data: { ...rest, ...(birthOn === undefined ? {} : { birthOn: dayChange(birthOn) }), version: { increment: 1 } },
    });
    expectOne(count, (await this.tx.person.count({ where })) > 0);
  }

  async search({ page, perPage, sort, filter }: SearchPersonsRequest): Promise<Page<PersonRow>> {
    const where = {
      ...personScope(this.actor),
      archivedAt: null,
      AND: searchWords(filter.q ?? '').map((word) => ({ searchText: { contains: word } })),
    };
    const [rows, total] = await Promise.all([
      this.tx.person.findMany({
        where,
        select: {
          id: true,
          reference: true,
          givenName: true,
          familyName: true,
          birthOn: true,
          nationality: true,
          _count: { select: { dossiers: { where: dossierScope(this.actor) } } },
        },
        orderBy: [{ [sort?.field ?? 'familyName']: sort?.order ?? 'asc' }, { id: 'asc' }],
        skip: (page - 1) * perPage,
        take: perPage,
      }),
      this.tx.person.count({ where }),
    ]);
    return {
      data: rows.map(({ _count, birthOn, ...row }) => ({ ...row, birthOn: toDayOrNull(birthOn), dossierCount: _count.dossiers })),
      total,
    };
  }

  /**
   * People of the whole association whose names share a word, with enough to judge a resemblance. To be called as the system:
   * the caller of the use case is told about those they may open, and of the others only that they exist.
   */
  async unsafeResembling(words: readonly string[]): Promise<{ id: string; searchText: string; birthOn: IsoDate | null }[]> {
    if (!words.length) return [];
    const rows = await this.tx.person.findMany({
      where: { associationId: this.actor.associationId, archivedAt: null, OR: words.map((word) => ({ searchText: { contains: word } })) },
      select: { id: true, searchText: true, birthOn: true },
      take: 500,
    });
    return rows.map((row) => ({ ...row, birthOn: toDayOrNull(row.birthOn) }));
  }

  async household(personId: string): Promise<HouseholdLink[]> {
    const links = await this.tx.householdLink.findMany({
      where: { associationId: this.actor.associationId, personId, person: personScope(this.actor) },
      select: { id: true, otherPersonId: true, kind: true },
      orderBy: { createdAt: 'asc' },
    });
    const others = await this.tx.person.findMany({
      where: { ...personScope(this.actor), id: { in: links.map((link) => link.otherPersonId) } },
      select: { id: true, givenName: true, familyName: true },
    });
    const names = new Map(others.map((p) => [p.id, `${p.givenName} ${p.familyName}`]));
    return links.map((link) => ({ ...link, kind: link.kind as HouseholdLink['kind'], otherName: names.get(link.otherPersonId) ?? null }));
  }
  async addHouseholdLink(link: { id: string; personId: string; otherPersonId: string; kind: string }): Promise<void> {
    await this.tx.householdLink.create({ data: { ...link, associationId: this.actor.associationId } });
  }
  async findHouseholdLink(id: string): Promise<{ id: string; personId: string } | null> {
    return this.tx.householdLink.findFirst({
      where: { id, associationId: this.actor.associationId, person: personScope(this.actor) },
      select: { id: true, personId: true },
    });
  }
  async removeHouseholdLink(id: string): Promise<void> {
    await this.tx.householdLink.deleteMany({ where: { id, associationId: this.actor.associationId } });
  }

  /** True when the caller may open the person: the same answer as `find`, without the data. */
  async canOpen(id: string): Promise<boolean> {
    return (await this.tx.person.count({ where: { ...personScope(this.actor), id, archivedAt: null } })) > 0;
  }
  get seesAll(): boolean {
    return seesWholeAssociation(this.actor);
  }
}
