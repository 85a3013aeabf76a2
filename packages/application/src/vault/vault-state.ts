import type { VaultState } from '@permanence/contracts';
import type { UploadContext } from '../files/inspect/file-checks.ts';
import { query } from '../support/use-case.ts';

/** What an administrator is told of the vault: its keys, its storage, its antivirus; nothing of any file. */
export const getVaultState = query<object, VaultState, UploadContext>({
  name: 'get-vault-state',
  permission: 'vault.manage',
  execute: async ({ repositories, actor, app }) => {
    const keys = await repositories.associationKeys.all();
    return {
      storage: app.files.kind,
      antivirus: await app.checks.antivirus(),
      keyVersion: keys[0]?.version ?? null,
      rotationUnderWay: keys.length > 1,
      /** False after FILES_KEY was changed, until the keys were sealed anew. */
      sealedByFilesKey: keys.every((key) => app.files.isSealedByFilesKey(actor.associationId, key)),
    };
  },
});
