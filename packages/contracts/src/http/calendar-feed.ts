import { z } from 'zod';
import { Instant } from './common.ts';

/** Days ahead that the calendar shows. */
export const CALENDAR_HORIZON_DAYS = 180;
/** Days back: what was missed does not vanish from the calendar at midnight. */
export const CALENDAR_PAST_DAYS = 30;

/** The address itself is shown once, when it is made: only a hash of its secret is kept. */
export const CalendarFeedStatus = z.object({ active: z.boolean(), createdAt: Instant.nullable() });
export type CalendarFeedStatus = z.infer<typeof CalendarFeedStatus>;
export const CalendarFeedMade = z.object({ url: z.string(), createdAt: Instant });
export type CalendarFeedMade = z.infer<typeof CalendarFeedMade>;
/** 32 random bytes, base64url. */
export const CalendarSecretParam = z.strictObject({ secret: z.string().max(100) });
