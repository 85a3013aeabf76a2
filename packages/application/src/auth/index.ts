export { currentUser, type CurrentUser, type SessionUser } from './current-user.ts';
export { changeLanguage, changePassword } from './own-account.ts';
export { hashPassword } from './passwords.ts';
export { setUp } from './set-up.ts';
export { signIn } from './sign-in.ts';
