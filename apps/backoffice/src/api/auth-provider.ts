import type { Me, Permission } from '@permanence/contracts';
import type { AuthProvider } from 'react-admin';
import { api } from './http.ts';
import { ApiProblem } from './problem.ts';

let known: Promise<Me> | null = null;

/** Who is signed in: asked once, then kept in memory only. */
export const currentMe = (): Promise<Me> =>
  (known ??= api.get<Me>('auth/me', { quiet: true }).catch((error: unknown) => {
    known = null;
    throw error;
  }));

export async function signIn(body: { email: string; password: string; associationId?: string }): Promise<Me> {
  const me = await api.post<Me>('auth/sign-in', body, { quiet: true });
  known = Promise.resolve(me);
  return me;
}

/** What is kept of the account follows a change of its language. */
export function languageChanged(language: string): void {
  known = known?.then((me) => ({ ...me, language })) ?? null;
}

/** Ends the session on the server, then loads the page anew: nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  await api.post('auth/sign-out', {}, { quiet: true }).catch(() => undefined);
  window.location.replace('/');
}

/** The permission behind each screen; a resource that is not here is open to everyone signed in. */
const NEEDED: Record<string, Permission> = {
  users: 'user.manage',
  mailbox: 'mailbox.read',
  queues: 'queue.read',
  coordination: 'coordination.read',
};

export const authProvider: AuthProvider = {
  login: async (body: { email: string; password: string; associationId?: string }) => {
    await signIn(body);
  },
  logout: async () => {
    if (known) await api.post('auth/sign-out', {}, { quiet: true }).catch(() => undefined);
    known = null;
  },
  checkAuth: async () => {
    await currentMe();
  },
  checkError: async (error: unknown) => {
    if (error instanceof ApiProblem && error.status === 401) throw error;
  },
  getIdentity: async () => {
    const me = await currentMe();
    return { id: me.id, fullName: me.displayName };
  },
  getPermissions: async () => (await currentMe()).permissions,
  canAccess: async ({ resource }) => {
    const needed = NEEDED[resource];
    return !needed || (await currentMe()).permissions.includes(needed);
  },
};
