export { anAssociation, appContext, NOW, PASSWORD, type Profile, type TestAssociation, type TestUser } from './builders/world.ts';
export { testDatabase, type TestDatabase } from './database/test-database.ts';
export { client, signedIn, type Agent } from './http/client.ts';
