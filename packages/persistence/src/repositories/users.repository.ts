import { AppError, type Actor, type Colleague, type Page, type SearchUsersRequest, type User } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { expectOne, isUniqueViolation } from '../support/errors.ts';

export interface NewUser extends Omit<User, 'id' | 'version' | 'disabled'> {
  id: string;
  passwordHash: string;
}
const select = {
  id: true,
  email: true,
  displayName: true,
  role: true,
  restrictedPapers: true,
  language: true,
  disabledAt: true,
  version: true,
} as const;
type Row = Omit<User, 'disabled'> & { disabledAt: Date | null };
const toUser = ({ disabledAt, ...row }: Row): User => ({ ...row, disabled: disabledAt !== null });

export class UsersRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  /** Only while the installation is empty: the association is the actor's own, made in this transaction. */
  async createAssociation(name: string, isDemo = false): Promise<void> {
    await this.tx.association.create({ data: { id: this.actor.associationId, name, isDemo } });
  }
  async associationName(): Promise<string> {
    return (await this.tx.association.findFirstOrThrow({ where: { id: this.actor.associationId }, select: { name: true } })).name;
  }
  /** @throws AppError already-exists when the address has an account in this association */
  async create({ language, ...user }: NewUser): Promise<User> {
    try {
      return toUser(
        await this.tx.user.create({
          data: { ...user, language, email: user.email.toLowerCase(), associationId: this.actor.associationId },
          select,
        }),
      );
    } catch (error) {
      if (isUniqueViolation(error))
        throw new AppError('already-exists', { problems: [{ field: 'email', message: 'Cette adresse a déjà un compte.' }], cause: error });
      throw error;
    }
  }
  /** Of the caller, to ask again who they are. */
  async ownPasswordHash(): Promise<string | null> {
    const row = await this.tx.user.findFirst({
      where: { id: this.actor.userId ?? '', associationId: this.actor.associationId, disabledAt: null },
      select: { passwordHash: true },
    });
    return row?.passwordHash ?? null;
  }
  async find(id: string): Promise<User | null> {
    const row = await this.tx.user.findFirst({ where: { id, associationId: this.actor.associationId }, select });
    return row && toUser(row);
  }
  async update(
    id: string,
    version: number,
    { disabled, ...change }: Partial<Omit<User, 'id' | 'version'>> & { passwordHash?: string },
  ): Promise<void> {
    const where = { id, associationId: this.actor.associationId };
    const { count } = await this.tx.user.updateMany({
      where: { ...where, version },
      data: { ...change, ...(disabled === undefined ? {} : { disabledAt: disabled ? new Date() : null }), version: { increment: 1 } },
    });
    expectOne(count, (await this.tx.user.count({ where })) > 0);
  }
  /** Apart from every other reading: the hash leaves the database only to be compared. */
  async passwordHash(id: string): Promise<string> {
    const where = { id, associationId: this.actor.associationId };
    return (await this.tx.user.findFirstOrThrow({ where, select: { passwordHash: true } })).passwordHash;
  }
  /** Ends the sessions of an account, but for one. @returns how many */
  async endSessions(id: string, exceptSessionId: string | null): Promise<number> {
    return this.tx.$executeRaw`delete from session where sess -> 'passport' -> 'user' ->> 'id' = ${id} and sid <> ${exceptSessionId ?? ''}`;
  }
  async search({ page, perPage, sort, filter }: SearchUsersRequest): Promise<Page<User>> {
    const q = filter.q;
    const where = {
      associationId: this.actor.associationId,
      ...(filter.role ? { role: filter.role } : {}),
      ...(q ? { OR: [{ displayName: { contains: q, mode: 'insensitive' as const } }, { email: { contains: q.toLowerCase() } }] } : {}),
    };
    const [rows, total] = await Promise.all([
      this.tx.user.findMany({
        where,
        select,
        orderBy: { [sort?.field ?? 'displayName']: sort?.order ?? 'asc' },
        skip: (page - 1) * perPage,
        take: perPage,
      }),
      this.tx.user.count({ where }),
    ]);
    return { data: rows.map(toUser), total };
  }
  /** Names by id, of disabled accounts too: the history keeps them. */
  async names(ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const rows = await this.tx.user.findMany({
      where: { associationId: this.actor.associationId, id: { in: [...new Set(ids.filter((id) => id !== null))] } },
      select: { id: true, displayName: true },
    });
    return new Map(rows.map((row) => [row.id, row.displayName]));
  }
  async colleagues(): Promise<Colleague[]> {
    return this.tx.user.findMany({
      where: { associationId: this.actor.associationId, disabledAt: null },
      select: { id: true, displayName: true, role: true },
      orderBy: { displayName: 'asc' },
    });
  }
}
