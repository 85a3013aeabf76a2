import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const pure = 'This room is pure: it runs in the browser too.';
const bareNode = ['fs', 'path', 'os', 'crypto', 'http', 'https', 'net', 'child_process'];
const server = ['@nestjs/*', 'express', 'express-session', 'passport*', 'connect-pg-simple'];
const data = ['@prisma/*', 'pg'];
const queue = ['bullmq', '@nestjs/bullmq', 'ioredis'];
const ui = ['react*', '@mui/*', 'ra-*'];

/** Which room may import which, by tag. The picture of it is in packages/docs/src/architecture.md. */
const rooms = [
  { sourceTag: 'type:rules', onlyDependOnLibsWithTags: ['type:rules'], allowedExternalImports: [] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:rules'], allowedExternalImports: ['zod'] },
  {
    sourceTag: 'type:persistence',
    onlyDependOnLibsWithTags: ['type:contracts', 'type:rules'],
    bannedExternalImports: [...server, ...queue, ...ui],
  },
  {
    sourceTag: 'type:application',
    onlyDependOnLibsWithTags: ['type:persistence', 'type:contracts', 'type:rules'],
    bannedExternalImports: [...server, ...data, ...queue, ...ui],
  },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: ['type:application', 'type:persistence', 'type:contracts', 'type:rules'],
    bannedExternalImports: ['@prisma/*', ...ui],
  },
  { sourceTag: 'app:api', bannedExternalImports: queue },
  { sourceTag: 'app:rules-command', onlyDependOnLibsWithTags: ['type:contracts', 'type:rules'] },
  {
    sourceTag: 'type:ui',
    onlyDependOnLibsWithTags: ['type:contracts', 'type:rules'],
    bannedExternalImports: [...server, ...data, ...queue],
  },
  {
    sourceTag: 'type:testing',
    onlyDependOnLibsWithTags: ['type:application', 'type:persistence', 'type:contracts', 'type:rules', 'type:testing'],
  },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:testing', 'type:contracts'] },
  { sourceTag: 'type:tooling', onlyDependOnLibsWithTags: ['type:tooling'] },
  { sourceTag: 'type:docs', onlyDependOnLibsWithTags: ['type:docs', 'type:rules'] },
];
/** A spec may use the builders and the test database, besides what its room may import. */
const roomsInSpecs = rooms.map(({ sourceTag, onlyDependOnLibsWithTags: tags }) =>
  tags
    ? { sourceTag, onlyDependOnLibsWithTags: [...new Set([...tags, sourceTag, 'type:testing'])] }
    : { sourceTag, bannedExternalImports: [] },
);
/** The builders import the rooms whose specs import the builders: a circle of specs only, never of what runs. */
const circlesOfSpecs = ['rules', 'contracts', 'persistence', 'application'].map((room) => [room, 'testing']);
const boundaries = (depConstraints, ignoredCircularDependencies = []) => [
  'error',
  { enforceBuildableLibDependency: false, allow: [], depConstraints, ignoredCircularDependencies },
];
const specs = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts', '**/*.test.ts', '**/*.test.tsx', '**/test/**/*.ts', '**/*.bench.ts'];

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only config.ts reads the environment.',
};

export default [
  { ignores: ['**/dist', '**/generated', '**/.nx', '**/node_modules', '**/.data', '**/.stryker-tmp', '**/reports'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(rooms),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: specs, rules: { '@nx/enforce-module-boundaries': boundaries(roomsInSpecs, circlesOfSpecs) } },
  {
    files: ['packages/rules/src/**/*.ts', 'packages/contracts/src/**/*.ts', '**/rules/src/**/*.ts', '**/contracts/src/**/*.ts'],
    ignores: specs,
    rules: {
      // Bare names as paths: a pattern 'http' would also catch the folder './http/'.
      'no-restricted-imports': [
        'error',
        { paths: bareNode.map((name) => ({ name, message: pure })), patterns: [{ group: ['node:*'], message: pure }] },
      ],
      'no-restricted-globals': ['error', 'Date', 'process', 'window', 'document', 'fetch', 'setTimeout', 'setInterval', 'console'],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: [...specs, '**/config.ts', '**/testing/**', '**/e2e/**', '**/tooling/**', '**/*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', environment] },
  },
  {
    files: ['packages/persistence/src/**/*.ts', '**/persistence/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        environment,
        {
          selector: 'CallExpression[callee.property.name=/^findUnique/]',
          message: 'Prisma batches findUnique of the same moment into one query, which then runs as one caller for all: use findFirst.',
        },
      ],
    },
  },
];
