// Jest runs the sources as ESM, as production does; SWC keeps decorators and their metadata.
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      swcrc: false,
      sourceMaps: 'inline',
      module: { type: 'es6' },
      jsc: {
        target: 'es2022',
        keepClassNames: true,
        parser: { syntax: 'typescript', decorators: true, tsx: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      },
    },
  ],
};
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
  testEnvironmentOptions: { customExportConditions: ['@permanence/source', 'node', 'node-addons'] },
};
/** Specs that need nothing but Node. */
// A busy machine is no failure: some specs start processes, and none is decided by time.
export const unit = { ...common, testTimeout: 60_000, testMatch: ['<rootDir>/{src,test}/**/*.{spec,test}.{ts,tsx}'] };
/** Specs against a real PostgreSQL (a copy of a migrated template per file) and, where asked, a real queue. */
export const integration = {
  ...common,
  // Jest's own choice, one less than the cores, leaves half of a small machine idle.
  maxWorkers: 2,
  testMatch: ['<rootDir>/{src,test}/**/*.int-spec.ts'],
  globalSetup: '@permanence/tooling/jest-database-up',
  globalTeardown: '@permanence/tooling/jest-database-down',
  testTimeout: 60_000,
};
