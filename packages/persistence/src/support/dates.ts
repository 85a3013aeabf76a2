import { isoDate, type IsoDate } from '@permanence/rules';

/** A `date` column as a calendar day. Prisma hands it over as midnight UTC. */
export const toDay = (value: Date): IsoDate => isoDate(value.toISOString().slice(0, 10));
export const toDayOrNull = (value: Date | null): IsoDate | null => (value ? toDay(value) : null);
export const fromDay = (day: string): Date => new Date(`${day}T00:00:00.000Z`);
export const fromDayOrNull = (day: string | null | undefined): Date | null => (day ? fromDay(day) : null);
/** Undefined stays undefined ("leave as it is"), null clears. */
export const dayChange = (day: string | null | undefined): Date | null | undefined => (day === undefined ? undefined : fromDayOrNull(day));
export const toInstant = (value: Date): string => value.toISOString();
export const toInstantOrNull = (value: Date | null): string | null => value?.toISOString() ?? null;
