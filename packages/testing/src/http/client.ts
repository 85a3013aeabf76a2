import type { Server } from 'node:http';
import request from 'supertest';
import { PASSWORD } from '../builders/world.ts';

export type Agent = ReturnType<typeof request.agent>;

/** A browser-like client that keeps its cookie. */
export const client = (server: Server): Agent => request.agent(server);

/** The same, signed in. */
export async function signedIn(server: Server, email: string, password = PASSWORD): Promise<Agent> {
  const agent = request.agent(server);
  await agent.post('/api/auth/sign-in').send({ email, password }).expect(200);
  return agent;
}
