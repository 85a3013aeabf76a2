import { Inject, Injectable, Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { brevoSms, childReader, mailboxMailer, openFileStore, smtpMailer, systemClock } from '@permanence/application';
import { openDatabase } from '@permanence/persistence';
import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';
import type { WorkerContext } from './processors/handlers.ts';
import { backendOf } from './queues/backend.ts';
import { runWorker, type RunningWorker } from './run-worker.ts';

const CONFIG = Symbol('config');
const CONTEXT = Symbol('context');
const LOGGER = Symbol('logger');

/** Starts the queues, and stops in order: work first, then the mail server, then the database. */
@Injectable()
export class WorkerLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  private running: RunningWorker | undefined;
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CONTEXT) private readonly context: WorkerContext,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}
  async onApplicationBootstrap(): Promise<void> {
    this.running = await runWorker(this.context, backendOf(this.config.queue), this.log);
  }
  async onApplicationShutdown(): Promise<void> {
    await this.running?.close();
    await this.context.mailer.close();
    await this.context.database.close();
  }
}

@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useFactory: () => pino({ level: config.logLevel, base: { room: 'worker' } }) },
        {
          provide: CONTEXT,
          useFactory: (): WorkerContext => {
            const app = { database: openDatabase(config.databaseUrl), clock: systemClock };
            const mailer = config.smtpUrl ? smtpMailer(config.smtpUrl) : mailboxMailer(app);
            const files = openFileStore(config.files);
            return {
              ...app,
              files,
              reader: childReader(),
              mailer,
              mailFrom: config.mailFrom,
              publicUrl: config.publicUrl,
              dkim: config.dkim,
              bouncesTo: config.bouncesTo,
              sms: config.sms && brevoSms(config.sms),
            };
          },
        },
        WorkerLifecycle,
      ],
    };
  }
}
