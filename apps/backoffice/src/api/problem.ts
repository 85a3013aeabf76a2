import { ERRORS, type ErrorCode, type FieldProblem } from '@permanence/contracts';

export type Locale = 'fr' | 'en';

/** What the API answered instead of a result; react-admin reads `status`. Network failures have status 0 and the code `offline`. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: ErrorCode | 'offline';
  readonly problems: readonly FieldProblem[];
  /** The members beside the standard ones: `candidates`, `associations`… */
  readonly details: Readonly<Record<string, unknown>>;
  constructor(status: number, body: Record<string, unknown>) {
    const code = codeIn(body, status);
    super(typeof body['title'] === 'string' ? body['title'] : code);
    this.status = status;
    this.name = 'ApiProblem';
    this.code = code;
    this.problems = fieldProblemsIn(body['errors']);
    this.details = body;
  }
}

const BY_STATUS: Record<number, ErrorCode> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found', 413: 'file-too-large' };
const codeIn = (body: Record<string, unknown>, status: number): ErrorCode | 'offline' => {
  const code = body['code'];
  if (typeof code === 'string' && Object.hasOwn(ERRORS, code)) return code as ErrorCode;
  // A proxy in between answers pages of its own.
  return status === 0 ? 'offline' : (BY_STATUS[status] ?? (status >= 502 && status <= 504 ? 'unavailable' : 'internal'));
};

const fieldProblemsIn = (errors: unknown): FieldProblem[] =>
  Array.isArray(errors)
    ? errors.flatMap((error: unknown) => {
        const { field, message } = (error ?? {}) as { field?: unknown; message?: unknown };
        return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
      })
    : [];

const OFFLINE = {
  fr: 'Le serveur ne répond pas. Vérifiez la connexion ; ce que vous avez saisi est toujours à l’écran.',
  en: 'The server does not answer. Check the connection; what you typed is still on the screen.',
};

/** A sentence for the person at the screen, whatever was thrown. */
export function problemSentence(error: unknown, locale: Locale): string {
  if (!(error instanceof ApiProblem)) return ERRORS.internal[locale];
  return error.code === 'offline' ? OFFLINE[locale] : ERRORS[error.code][locale];
}
