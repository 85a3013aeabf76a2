import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { AppError, ERRORS, type ErrorCode } from '@permanence/contracts';
import type { Request, Response } from 'express';

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'malformed-json',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  413: 'file-too-large',
};
const PARSER: Record<string, ErrorCode> = {
  'entity.parse.failed': 'malformed-json',
  'entity.too.large': 'file-too-large',
  'encoding.unsupported': 'malformed-json',
  'charset.unsupported': 'malformed-json',
  'request.aborted': 'malformed-json',
};

const codeOf = (error: unknown): ErrorCode => {
  if (error instanceof AppError) return error.code;
  if (error instanceof HttpException) return BY_STATUS[error.getStatus()] ?? 'internal';
  const { type, code } = (error ?? {}) as { type?: unknown; code?: unknown };
  if (typeof type === 'string' && PARSER[type]) return PARSER[type];
  if (code === 'LIMIT_FILE_SIZE') return 'file-too-large';
  if (code === 'ECONNREFUSED' || code === 'P1001' || code === '57P01' || code === 'ENOTFOUND') return 'unavailable';
  return 'internal';
};

/** Every error becomes `application/problem+json` with the request's id; what we did not expect becomes a bare 500, its cause in the log only. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('problem');
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const code = codeOf(error);
    const { status, fr } = ERRORS[code];
    if (status >= 500) this.log.error({ requestId: request.requestId, error: error instanceof Error ? error.stack : String(error) });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const more = error instanceof AppError ? { errors: error.problems, ...error.details } : {};
    response
      .status(status)
      .type('application/problem+json')
      .send({ type: `urn:permanence:${code}`, title: fr, status, code, requestId: request.requestId, ...more });
  }
}
