import 'reflect-metadata';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { UploadContext } from '@permanence/application';
import { json, raw } from 'express';
import passport from 'passport';
import { pinoHttp } from 'pino-http';
import { AppModule } from './app.module.ts';
import type { Config } from './config.ts';
import { AccessGuard } from './platform/access.ts';
import { securityHeaders, servePages } from './platform/pages.ts';
import { ProblemFilter } from './platform/problem.filter.ts';
import { noStore, requestId } from './platform/request-id.ts';
import { sameOrigin } from './platform/same-origin.ts';
import { absoluteLimit, sessions } from './platform/session.ts';
import { SetupCode } from './platform/setup-code.ts';
import { validationPipe } from './platform/validation.pipe.ts';

/** A path as it may be logged: without its query, and without the secret that opens a calendar or answers a message. */
export const loggedPath = (url: string): string => (url.split('?')[0] ?? '').replace(/(\/(?:calendar|answer)\/)[^/]*/, '$1[secret]');

/** The API over HTTP, without listening: `main.ts` and the tests do that. */
export async function createApp(context: UploadContext, config: Config, setup = new SetupCode()): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(context, config, setup), {
    logger: config.logLevel === 'silent' ? false : ['error', 'warn'],
    bodyParser: false,
  });
  app.set('trust proxy', 'loopback, uniquelocal');
  app.disable('x-powered-by');
  securityHeaders(app, config);
  app.use(requestId);
  app.use(
    '/api',
    pinoHttp({
      level: config.logLevel,
      genReqId: (request) => (request as { requestId?: string }).requestId ?? '',
      // Method, route and outcome only: no body, no header, no query, no address.
      serializers: {
        req: (r: { id: string; method: string; url: string }) => ({ id: r.id, method: r.method, path: loggedPath(r.url) }),
        res: (r: { statusCode: number }) => ({ statusCode: r.statusCode }),
      },
    }),
    noStore,
    sameOrigin,
    raw({ limit: '2mb', type: 'message/rfc822' }),
    json({ limit: '1mb', type: ['application/json', 'application/*+json'] }),
    sessions(context.database, config),
    absoluteLimit,
    passport.session(),
  );
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validationPipe());
  app.useGlobalGuards(new AccessGuard(app.get(Reflector)));
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  app.useGlobalFilters(new ProblemFilter());
  const document = new DocumentBuilder().setTitle('Permanence').setDescription('Dossiers de droit au séjour').setVersion('1').build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, document), { jsonDocumentUrl: 'api/docs/openapi.json' });
  servePages(app, config);
  app.enableShutdownHooks();
  return app;
}
