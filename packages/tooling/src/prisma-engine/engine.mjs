// Prisma's schema engine as WASM over pg: does what the native binary does, which npm cannot install (it is a download of its own).
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => process.stderr.write(`${message}\n`) };
const wasm = join(dirname(fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))), 'schema_engine_bg.wasm');

/** The engine's ten-second lock timers are never cleared: unref them, or the process lingers. */
const unreffed =
  (setTimer) =>
  (...args) => {
    const timer = setTimer(...args);
    timer.unref?.();
    return timer;
  };
const imports = Object.fromEntries(Object.entries(glue).map(([name, f]) => [name, name.startsWith('__wbg_setTimeout') ? unreffed(f) : f]));
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': imports });
glue.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

/** The engine's own version, which must be the one the CLI expects. */
export const version = () => glue.version();

/** adapter-pg, with the two things migrations need and it lacks. */
function adapted(config) {
  const factory = new PrismaPg(config);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    const performIO = connection.performIO.bind(connection);
    const queryRaw = connection.queryRaw.bind(connection);
    let charColumns = [];
    // It splits scripts at every ';', $$ bodies included. Sent whole, a script is also one implicit transaction.
    connection.executeScript = async (sql) => {
      try {
        await connection.client.query(sql);
      } catch (error) {
        connection.onError(error);
      }
    };
    // The catalogue's one-byte "char" (oid 18) has no mapping: read it as text (25), hand it over as Character (6).
    connection.performIO = async (query) => {
      const result = await performIO(query);
      charColumns = (result.fields ?? []).flatMap((field, i) => (field.dataTypeID === 18 ? [((field.dataTypeID = 25), i)] : []));
      return result;
    };
    connection.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const i of charColumns) result.columnTypes[i] = 6;
      return result;
    };
    return connection;
  };
  return factory;
}

/**
 * A schema engine on one database. Close it: it holds a session-level advisory lock, and the next deploy would wait ten seconds for it.
 * @param {string | undefined} url the owner's; none is needed for commands that only read the schema
 * @param {[path: string, content: string][]} [datamodels]
 */
export async function createEngine(url, datamodels) {
  const at = new URL(url || 'postgresql://localhost/none');
  // Parts, not connectionString: pg lets that one win over `database`, and the shadow would be the real database.
  const config = {
    host: at.hostname,
    port: Number(at.port || 5432),
    user: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    database: decodeURIComponent(at.pathname.slice(1)),
    ...(/^(require|verify-)/.test(at.searchParams.get('sslmode') ?? '') ? { ssl: true } : {}),
  };
  const asOwner = async (sql) => {
    const client = new pg.Client(config);
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  const factory = adapted(config);
  const connect = factory.connect;
  const open = [];
  factory.connect = async () => {
    const connection = await connect();
    open.push(connection);
    return connection;
  };
  // The adapter's own version drops the shadow database before it closes the pool on it.
  factory.connectToShadowDb = async () => {
    const database = `prisma_shadow_${randomUUID()}`;
    await asOwner(`create database "${database}"`);
    const connection = await adapted({ ...config, database }).connect();
    const dispose = connection.dispose.bind(connection);
    connection.dispose = async () => {
      await dispose();
      await asOwner(`drop database "${database}" with (force)`);
    };
    return connection;
  };
  const engine = await glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
  return Object.assign(engine, {
    close: async () => {
      await Promise.all(open.map((connection) => connection.dispose()));
    },
  });
}
