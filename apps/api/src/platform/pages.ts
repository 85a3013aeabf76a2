import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';

type WithNonce = Response & { locals: { nonce?: string } };
const nonceOf = (response: unknown): string => `'nonce-${(response as WithNonce).locals.nonce}'`;

/** No third party, no frame, scripts of ours only; style sheets by a nonce that changes with each page. */
export function securityHeaders(app: NestExpressApplication, config: Config): void {
  app.use((_request: Request, response: WithNonce, next: NextFunction) => {
    response.locals.nonce = randomBytes(16).toString('base64');
    next();
  });
  const https = config.secureCookie;
  const page = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => nonceOf(response)],
        // Style attributes alone: a mail shown in a sandboxed frame brings its own, and such a frame is under the rules of its page.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
  // The OpenAPI page is a third-party page of static files with inline styles; it shows no personal data.
  const docs = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
  });
  app.use((request: Request, response: Response, next: NextFunction) =>
    (request.path.startsWith('/api/docs') ? docs : page)(request, response, next),
  );
}

/** The back office: one page, its nonce written in, and assets whose names change with their content. */
export function servePages(app: NestExpressApplication, config: Config): void {
  if (!config.backofficeDir) return;
  const html = readFileSync(join(config.backofficeDir, 'index.html'), 'utf8');
  app.useStaticAssets(config.backofficeDir, {
    index: false,
    setHeaders: (response: Response, path: string) =>
      response.setHeader('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  app.use((request: Request, response: WithNonce, next: NextFunction) => {
    // An asset that is gone (a tab open since before an update) is a 404, never the page in its place.
    if (request.method !== 'GET' || request.path.startsWith('/api') || request.path.startsWith('/assets/')) return next();
    response
      .setHeader('Cache-Control', 'no-store')
      .type('html')
      .send(html.replaceAll('__CSP_NONCE__', response.locals.nonce ?? ''));
  });
}
