import { isIsoDate, type IsoDate } from '@permanence/rules';
import { z } from 'zod';

/** A calendar day that exists: 30 February is refused. Not a transform, which OpenAPI could not describe in an answer: only the type is told. */
export const Day = z
  .string()
  .refine(isIsoDate, { error: 'Cette date n’existe pas (attendu : AAAA-MM-JJ).' })
  .meta({ type: 'string', format: 'date', example: '2026-11-21' }) as unknown as z.ZodType<IsoDate, string>;
/** An instant, ISO 8601 with its offset or Z. */
export const Instant = z.iso.datetime({
  offset: true,
  error: 'Cet instant n’est pas valable (attendu : AAAA-MM-JJTHH:MM avec le fuseau).',
});
export const Id = z.uuid({ error: 'Cet identifiant n’est pas valable.' });
export const IdParam = z.strictObject({ id: Id });
/** Text a person typed: trimmed, no control characters but line breaks. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // eslint-disable-next-line no-control-regex -- control characters are what is refused here
    .refine((value) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value), { error: 'Caractères non autorisés.' });

export const Version = z.int().min(1);

/** A list is asked for by POST: what one searches for (names) never enters an address. */
export const searchRequest = <F extends z.ZodRawShape, S extends readonly [string, ...string[]]>(filter: F, sortable: S) =>
  z.strictObject({
    page: z.int().min(1).max(10_000).default(1),
    perPage: z.int().min(1).max(100).default(25),
    sort: z.strictObject({ field: z.enum(sortable), order: z.enum(['asc', 'desc']).default('asc') }).optional(),
    // An absent filter is an empty one; its generic shape cannot prove that {} fits.
    filter: z
      .strictObject(filter)
      .partial()
      .default({} as never),
  });
export const searchAnswer = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), total: z.int() });
export type Page<T> = { data: T[]; total: number };
