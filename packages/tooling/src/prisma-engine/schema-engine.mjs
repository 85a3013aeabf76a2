#!/usr/bin/env node
// What PRISMA_SCHEMA_ENGINE_BINARY points at: the CLI's JSON-RPC over standard input and output, answered by the WASM engine.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { createEngine, version } from './engine.mjs';

const argv = process.argv.slice(2);
const url = argv.includes('--datasource') ? JSON.parse(argv[argv.indexOf('--datasource') + 1]).url : process.env.DATABASE_URL;

/** `cli can-connect-to-database` and `cli create-database`, which the CLI calls before the others. */
async function reachDatabase() {
  const at = new URL(url);
  const name = decodeURIComponent(at.pathname.slice(1));
  const create = argv.includes('create-database');
  if (create) at.pathname = '/postgres';
  const client = new pg.Client({ connectionString: String(at) });
  try {
    await client.connect();
    if (create) await client.query(`create database ${client.escapeIdentifier(name)}`);
    await client.end();
    return 0;
  } catch (error) {
    const error_code = { '3D000': 'P1003', '28P01': 'P1000' }[error.code] ?? 'P1001';
    const fields = { message: error.message, is_panic: false, error_code, meta: { database_name: name } };
    process.stderr.write(`${JSON.stringify({ level: 'ERROR', target: 'schema_engine', timestamp: new Date(), fields })}\n`);
    return 1;
  }
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

/** One call. The WASM build opens no shadow database in the first two methods: both are a diff from the migrations to the schema. */
async function call(engine, method, params) {
  const pending = () =>
    engine.diff({
      from: { tag: 'migrations', ...params.migrationsList },
      to: { tag: 'schemaDatamodel', ...params.schema },
      script: true,
      exitCode: true,
      shadowDatabaseUrl: null,
      filters: params.filters,
    });
  if (method === 'evaluateDataLoss')
    return { warnings: [], unexecutableSteps: [], migrationSteps: (await pending()).exitCode === 2 ? 1 : 0 };
  if (method === 'createMigration') {
    const diff = await pending();
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    return {
      connectorType: 'postgresql',
      extension: 'sql',
      generatedMigrationName: `${stamp}_${params.migrationName || 'migration'}`,
      migrationScript: params.draft || diff.exitCode === 2 ? diff.stdout : null,
    };
  }
  const result = (await engine[method === 'getDatabaseVersion' ? 'version' : method](params)) ?? null;
  if (method === 'diff' && result.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } });
  return result;
}

async function answer({ id, method, params }, datamodels) {
  let engine;
  try {
    engine = await createEngine(url, datamodels.length ? datamodels : undefined); // one per call: the first uses the shadow factory up
    send({ id, result: await call(engine, method, params) });
  } catch (error) {
    const detail = error.code?.startsWith?.('P') ? { error_code: error.code, meta: error.meta ?? {} } : { backtrace: null };
    send({ id, error: { code: 4466, message: error.message, data: { is_panic: false, message: error.message, ...detail } } });
  } finally {
    await engine?.close().catch(() => {});
  }
}

if (argv.includes('--version')) console.log(`schema-engine-cli ${version()}`);
else if (argv.includes('cli')) process.exit(await reachDatabase());
else {
  const datamodels = argv.flatMap((arg, i) => (arg === '--datamodels' ? [[argv[i + 1], readFileSync(argv[i + 1], 'utf8')]] : []));
  let queue = Promise.resolve();
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const message = JSON.parse(line);
      if (message.method) queue = queue.then(() => answer(message, datamodels));
    })
    .on('close', () => void queue.then(() => process.exit(0)));
}
