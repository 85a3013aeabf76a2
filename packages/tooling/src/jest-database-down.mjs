// Jest's globalTeardown, twin of jest-database-up.mjs.
export default async function teardown() {
  await globalThis.__permanenceTestDatabase?.stop();
}
