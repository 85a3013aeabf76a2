import { AppError, type ChangeLanguageRequest, type ChangePasswordRequest, type PasswordChanged } from '@permanence/contracts';
import { found, mutation } from '../support/use-case.ts';
import { hashPassword, passwordMatches } from './passwords.ts';

/** The language of one's own screens and messages. */
export const changeLanguage = mutation<ChangeLanguageRequest, void>({
  name: 'change-language',
  permission: 'account.own',
  execute: async ({ input: { language }, repositories, actor }) => {
    const user = found(await repositories.users.find(actor.userId ?? ''));
    if (user.language === language) return { result: undefined, audit: [] };
    await repositories.users.update(user.id, user.version, { language });
    return {
      result: undefined,
      audit: [{ action: 'account.language-changed', targetKind: 'user', targetId: user.id, fields: ['language'] }],
    };
  },
});

/**
 * One's own password, against the one in force: whoever finds a screen left open cannot take the account. Every other session of the
 * account ends with it, in the same transaction.
 * @param sessionId the session to keep: that of whoever asks
 * @throws AppError invalid-input naming `currentPassword` when it is not the one in force, `newPassword` when nothing would change
 */
export const changePassword = mutation<ChangePasswordRequest & { sessionId: string }, PasswordChanged>({
  name: 'change-password',
  permission: 'account.own',
  execute: async ({ input: { currentPassword, newPassword, sessionId }, repositories, actor }) => {
    const user = found(await repositories.users.find(actor.userId ?? ''));
    if (!(await passwordMatches(await repositories.users.passwordHash(user.id), currentPassword)))
      throw new AppError('invalid-input', {
        problems: [{ field: 'currentPassword', message: 'Ce n’est pas votre phrase de passe actuelle.' }],
      });
    if (currentPassword.normalize('NFKC') === newPassword.normalize('NFKC'))
      throw new AppError('invalid-input', { problems: [{ field: 'newPassword', message: 'C’est déjà votre phrase de passe.' }] });
    await repositories.users.update(user.id, user.version, { passwordHash: await hashPassword(newPassword) });
    const sessionsEnded = await repositories.users.endSessions(user.id, sessionId);
    return {
      result: { sessionsEnded },
      audit: [{ action: 'account.password-changed', targetKind: 'user', targetId: user.id, fields: ['password'] }],
    };
  },
});
