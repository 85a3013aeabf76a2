import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';

/** What a route answers: keys outside the schema never leave, and OpenAPI shows the same schema. Nest applies it to each item of an array. */
export const Answer = (schema: z.ZodType) =>
  applyDecorators(
    SerializeOptions({ schema: schema instanceof z.ZodArray ? (schema.element as z.ZodType) : schema }),
    ApiOkResponse({ standardSchema: schema }),
  );
