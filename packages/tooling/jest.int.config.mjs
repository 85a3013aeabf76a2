import { integration } from './jest.preset.mjs';

/** These specs start servers of their own, several of them slowly: no shared template. */
export default { ...integration, globalSetup: undefined, globalTeardown: undefined, testTimeout: 120_000 };
