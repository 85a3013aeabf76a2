export { continueKeyRotation, resealAssociationKeys, startKeyRotation } from './rotate-keys.ts';
export { confirmPassword } from './confirm-password.ts';
export { getVaultState } from './vault-state.ts';
