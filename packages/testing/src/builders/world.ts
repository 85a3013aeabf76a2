import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockAt, fileChecks, hashPassword, localFileStore, newId, type AppContext, type UploadContext } from '@permanence/application';
import type { Actor, Role } from '@permanence/contracts';
import { systemActor } from '@permanence/contracts';
import type { Database } from '@permanence/persistence';

export const PASSWORD = 'une phrase de passe pour les essais';
/** A Saturday in the middle of the reforms the rules know. */
export const NOW = '2026-11-21T09:00:00.000Z';

export interface TestUser {
  actor: Actor;
  email: string;
  id: string;
}
export type Profile = 'volunteer' | 'other-volunteer' | 'coordinator' | 'administrator';
export interface TestAssociation {
  id: string;
  users: Record<Profile, TestUser>;
}

/** A context with a clock that stands still and a place of its own for files, made at the first one: whoever stores files removes it. */
export const appContext = (database: Database, now = NOW, filesDir = join(tmpdir(), `permanence-files-${newId()}`)): UploadContext => ({
  database,
  clock: clockAt(now),
  files: localFileStore(filesDir, randomBytes(32).toString('base64')),
  checks: fileChecks(),
});

let hash: Promise<string> | undefined;

/** An association with two volunteers (the second with the right to restricted papers), a coordinator and an administrator. */
export async function anAssociation(app: AppContext, name: string): Promise<TestAssociation> {
  const id = newId();
  const system = systemActor(id);
  hash ??= hashPassword(PASSWORD);
  const passwordHash = await hash;
  const roles: Record<Profile, { role: Role; restrictedPapers: boolean }> = {
    volunteer: { role: 'volunteer', restrictedPapers: false },
    'other-volunteer': { role: 'volunteer', restrictedPapers: true },
    coordinator: { role: 'coordinator', restrictedPapers: true },
    administrator: { role: 'administrator', restrictedPapers: false },
  };
  const users = await app.database.transaction(system, async (repositories) => {
    await repositories.users.createAssociation(name);
    const made: [string, TestUser][] = [];
    for (const [profile, { role, restrictedPapers }] of Object.entries(roles)) {
      const email = `${profile}@${name.toLowerCase().replaceAll(' ', '-')}.invalid`;
      const user = await repositories.users.create({
        id: newId(),
        email,
        displayName: `${profile} ${name}`,
        role,
        restrictedPapers,
        language: 'fr',
        passwordHash,
      });
      made.push([profile, { id: user.id, email, actor: { userId: user.id, associationId: id, role, restrictedPapers } }]);
    }
    return made;
  });
  return { id, users: Object.fromEntries(users) as Record<Profile, TestUser> };
}
