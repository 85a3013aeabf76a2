import { integration } from '../../packages/tooling/jest.preset.mjs';

/** A person's path through the real API, worker, back office, PostgreSQL, queue, mail server and browser. */
export default { ...integration, testMatch: ['<rootDir>/src/journeys/**/*.e2e-spec.ts'], testTimeout: 240_000 };
