import { fileChecks, openFileStore, systemClock } from '@permanence/application';
import { installationIsEmpty, openDatabase } from '@permanence/persistence';
import { readConfig } from './config.ts';
import { createApp } from './create-app.ts';
import { SetupCode } from './platform/setup-code.ts';

const config = readConfig();
const database = openDatabase(config.databaseUrl);
const setup = new SetupCode();
// Without a place for files the rest works: papers are then noted without their file.
const files = openFileStore(config.files);
const checks = fileChecks({ clamavUrl: config.clamavUrl });
const app = await createApp({ database, clock: systemClock, files, checks }, config, setup);
await app.listen(config.port, config.host);
if (await installationIsEmpty(database))
  process.stdout.write(`\nCode d’installation (à usage unique, pour créer le premier compte) : ${setup.clear}\n\n`);
process.send?.({ ready: true, url: await app.getUrl() });
// The launcher is gone, or asks to stop: finish what runs, then close the pool.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    void app
      .close()
      .then(() => checks.close())
      .then(() => database.close())
      .finally(() => process.exit(0));
  });
