// Runs the Prisma CLI at the root of the workspace without any download: its schema engine is our stand-in.
// Telemetry and the update notice are off.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const workspace = join(import.meta.dirname, '../../..');
const { status } = spawnSync(process.execPath, [join(workspace, 'node_modules/prisma/build/index.js'), ...process.argv.slice(2)], {
  cwd: workspace,
  stdio: 'inherit',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: join(import.meta.dirname, 'prisma-engine/schema-engine.mjs'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
process.exit(status ?? 1);
