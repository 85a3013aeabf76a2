import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** What a route answers: keys outside the schema never leave, and OpenAPI shows the same schema. */
export const Answer = (schema: z.ZodType) => applyDecorators(SerializeOptions({ schema }), ApiOkResponse({ standardSchema: schema }));
