import type { Actor, Note } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { toInstant } from '../support/dates.ts';
import { dossierScope } from '../support/scope.ts';

export class NotesRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  async ofDossier(dossierId: string): Promise<Note[]> {
    const rows = await this.tx.note.findMany({
      where: { associationId: this.actor.associationId, dossierId, dossier: dossierScope(this.actor) },
      select: { id: true, dossierId: true, kind: true, body: true, authorId: true, createdAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    const names = await userNames(
      this.tx,
      this.actor,
      rows.map((row) => row.authorId),
    );
    return rows.map(({ createdAt, kind, ...row }) => ({
      ...row,
      kind: kind as Note['kind'],
      authorName: names.get(row.authorId) ?? '',
      createdAt: toInstant(createdAt),
    }));
  }
  /** The dossier must be the caller's to open. */
  async add(note: { id: string; dossierId: string; kind: Note['kind']; body: string; authorId: string; at: string }): Promise<void> {
    const { at, ...row } = note;
    await this.tx.note.createMany({ data: [{ ...row, createdAt: new Date(at), associationId: this.actor.associationId }] });
  }
}

/** Names of colleagues by id, disabled ones included: the history keeps them. */
export async function userNames(tx: Tx, actor: Actor, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (!wanted.length) return new Map();
  const users = await tx.user.findMany({
    where: { associationId: actor.associationId, id: { in: wanted } },
    select: { id: true, displayName: true },
  });
  return new Map(users.map((user) => [user.id, user.displayName]));
}
