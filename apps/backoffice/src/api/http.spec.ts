import { api } from './http.ts';
import { sessionGate } from './session-gate.ts';

const answers = (...responses: (() => Response)[]) => {
  const bodies: unknown[] = [];
  globalThis.fetch = ((_url: string, init?: RequestInit) => {
    bodies.push(init?.body);
    const next = responses.shift();
    return next ? Promise.resolve(next()) : Promise.reject(new TypeError('offline'));
  }) as typeof fetch;
  return bodies;
};
const ended = () => new Response('{"code":"unauthenticated"}', { status: 401 });

describe('a session that ends while one types', () => {
  it('waits for the dialog, then sends the same request once more', async () => {
    const bodies = answers(ended, () => new Response('{"id":"1"}'));
    const sent = api.post('persons', { givenName: 'Aminata' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(sessionGate.isClosed()).toBe(true);
    sessionGate.settle('signed-in');
    await expect(sent).resolves.toEqual({ id: '1' });
    expect(bodies).toEqual(['{"givenName":"Aminata"}', '{"givenName":"Aminata"}']);
    expect(sessionGate.isClosed()).toBe(false);
  });
  it('gives the refusal back when nobody signs in again', async () => {
    answers(ended);
    const sent = api.post('persons', {});
    setTimeout(() => sessionGate.settle('gave-up'), 5);
    await expect(sent).rejects.toMatchObject({ status: 401 });
  });
  it('does not wait when one only looks whether somebody is signed in', async () => {
    answers(ended);
    await expect(api.get('auth/me', { quiet: true })).rejects.toMatchObject({ code: 'unauthenticated' });
  });
  it('says so when the server cannot be reached, and when it answers a page instead of JSON', async () => {
    answers();
    await expect(api.get('persons/1')).rejects.toMatchObject({ code: 'offline' });
    answers(() => new Response('<html>Bad gateway</html>', { status: 502 }));
    await expect(api.get('persons/1')).rejects.toMatchObject({ code: 'unavailable' });
  });
});
