import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AppError, AssessInput, DeadlineInput, RenewalInput, toFieldProblems, type FieldProblem } from '@permanence/contracts';
import { assess, computeDeadline, computeRenewal } from '@permanence/rules';
import type { z } from 'zod';
import { Requires } from '../platform/access.ts';

const MOST_CASES = 200;

const problemsOf = (error: z.ZodError, index: number | null): FieldProblem[] => {
  // The schemas are those of the command, whose own sentences are English.
  const issues = error.issues.map((issue) =>
    issue.code === 'custom'
      ? {
          ...issue,
          message: issue.message.includes('date') ? 'Cette date n’existe pas (attendu : AAAA-MM-JJ).' : 'Cette valeur n’est pas valable.',
        }
      : issue,
  );
  return toFieldProblems(issues).map(({ field, message }) => ({
    field: index === null ? field : [`[${index}]`, field].filter(Boolean).join('.'),
    message,
  }));
};

/** One case is answered with one answer, an array with an array, in order; one bad case and nothing is answered. */
const answer = <I>(schema: z.ZodType<I>, run: (input: I) => unknown, body: unknown): unknown => {
  const cases: unknown[] = Array.isArray(body) ? body : [body ?? {}];
  if (cases.length > MOST_CASES)
    throw new AppError('invalid-input', { problems: [{ field: '', message: `Au plus ${MOST_CASES} cas à la fois.` }] });
  const problems: FieldProblem[] = [];
  const inputs: I[] = [];
  cases.forEach((each, i) => {
    const parsed = schema.safeParse(each);
    if (parsed.success) inputs.push(parsed.data);
    else problems.push(...problemsOf(parsed.error, Array.isArray(body) ? i : null));
  });
  if (problems.length) throw new AppError('invalid-input', { problems });
  const answers = inputs.map(run);
  return Array.isArray(body) ? answers : answers[0];
};

/** The three operations of the rules on the shapes of the command, for other tools. They read and store nothing. */
@ApiTags('rules')
@Controller('rules')
export class RulesController {
  @Post('assess')
  @HttpCode(200)
  @Requires('rules.run')
  assess(@Body() body: unknown) {
    return answer(AssessInput, assess, body);
  }

  @Post('deadline')
  @HttpCode(200)
  @Requires('rules.run')
  deadline(@Body() body: unknown) {
    return answer(DeadlineInput, computeDeadline, body);
  }

  @Post('renewal')
  @HttpCode(200)
  @Requires('rules.run')
  renewal(@Body() body: unknown) {
    return answer(RenewalInput, computeRenewal, body);
  }
}
