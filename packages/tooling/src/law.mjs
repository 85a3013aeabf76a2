// `npm run law:print` and `npm run law:oldest`: bundles the pages for jurists from the sources, and runs them.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runBundled } from './run-bundled.mjs';

const workspace = join(dirname(fileURLToPath(import.meta.url)), '../../..');
await runBundled(join(workspace, 'apps/rules-command/src/law/main.ts'), 'law');
