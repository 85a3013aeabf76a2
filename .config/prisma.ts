import { defineConfig } from 'prisma/config';

// Paths are relative to this file. The url is the owner's; the application never sees it.
export default defineConfig({
  schema: '../prisma',
  migrations: { path: '../prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
