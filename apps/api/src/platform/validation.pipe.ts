import { StandardSchemaValidationPipe } from '@nestjs/common';
import { AppError, toFieldProblems } from '@permanence/contracts';
import type { z } from 'zod';

/** Every body, parameter and query is parsed by its schema; the refusal names each field in French and nothing was done. */
export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => new AppError('invalid-input', { problems: toFieldProblems(issues as unknown as z.core.$ZodIssue[]) }),
  });
