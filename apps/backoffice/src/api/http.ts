import { ApiProblem } from './problem.ts';
import { sessionGate } from './session-gate.ts';

export interface SendOptions {
  /** Throw at once when nobody is signed in, without the dialog: for the first look and for signing in itself. */
  quiet?: boolean;
  signal?: AbortSignal;
}
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

let lastAnswerAt = 0;
/** When the server last answered a signed-in request: the idle limit of the session counts from there. In ms since the epoch. */
export const lastContactAt = (): number => lastAnswerAt;

async function once(method: Method, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const isForm = body instanceof FormData;
  try {
    return await fetch(`/api/${path}`, {
      method,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(0, {});
  }
}

const jsonOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

/** @throws ApiProblem */
export async function failIfRefused(response: Response): Promise<void> {
  if (!response.ok) throw new ApiProblem(response.status, ((await jsonOf(response)) ?? {}) as Record<string, unknown>);
}

async function send(method: Method, path: string, body?: unknown, { quiet = false, signal }: SendOptions = {}): Promise<Response> {
  let response = await once(method, path, body, signal);
  if (response.status === 401 && !quiet && (await sessionGate.reopened()) === 'signed-in')
    response = await once(method, path, body, signal);
  await failIfRefused(response);
  lastAnswerAt = Date.now();
  return response;
}

const json = async <T>(method: Method, path: string, body?: unknown, options?: SendOptions): Promise<T> =>
  (await jsonOf(await send(method, path, body, options))) as T;

/** The API of this installation: paths without `/api/`. Every call may throw `ApiProblem`. */
export const api = {
  get: <T>(path: string, options?: SendOptions) => json<T>('GET', path, undefined, options),
  post: <T>(path: string, body: unknown = {}, options?: SendOptions) => json<T>('POST', path, body, options),
  patch: <T>(path: string, body: unknown) => json<T>('PATCH', path, body),
  put: <T>(path: string, body: unknown) => json<T>('PUT', path, body),
  delete: (path: string) => json<null>('DELETE', path),
  blob: async (path: string) => (await send('GET', path)).blob(),
};
