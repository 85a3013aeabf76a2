import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from './config.ts';
import { WorkerModule } from './worker.module.ts';

const app = await NestFactory.createApplicationContext(WorkerModule.with(readConfig()), { logger: ['error', 'warn'] });
process.send?.({ ready: true });
// The launcher is gone, or asks to stop: finish what runs, then close the pool.
let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  void app.close().finally(() => process.exit(0));
};
process.once('disconnect', stop);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
