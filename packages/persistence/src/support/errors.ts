import { AppError } from '@permanence/contracts';
import { Prisma } from '../generated/client.ts';

/** A unique key was hit: an idempotent repetition, or a name already taken. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

/** The row must have been changed by exactly this statement; otherwise someone was first, or it is not the caller's to see. */
export const expectOne = (count: number, found: boolean): void => {
  if (count === 1) return;
  throw new AppError(found ? 'version-conflict' : 'not-found');
};
