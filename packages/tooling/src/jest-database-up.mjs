// Jest's globalSetup for rooms with integration specs: one migrated template, which each spec file copies. The server is the one named
// by TEST_DATABASE_URL (already migrated: the test command starts it once for all rooms) or DATABASE_URL, else an embedded one to throw away.
import { prepareTestDatabase } from './test-database.mjs';

export default async function setup() {
  globalThis.__permanenceTestDatabase = await prepareTestDatabase(process.env);
  Object.assign(process.env, globalThis.__permanenceTestDatabase.environment);
}
