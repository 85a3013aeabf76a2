import { v7 } from 'uuid';

/** Ids are made here, not by the database: time-ordered, and known before the row is written. */
export const newId = (): string => v7();
