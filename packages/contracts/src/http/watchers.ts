import { z } from 'zod';
import { Id } from './common.ts';

/**
 * What nobody has to notice by themselves. silence-soon: a request is about to be refused by silence; silence-refusal: it was, and nothing
 * was recorded; nothing-received: filed, and no receipt; receipt-ending: the receipt or certificate runs out; card-expired: the card ended
 * and nothing was filed; forgotten: no date to come and no contact; legal-aid-not-asked: inside an open appeal window; cir-behind: the
 * integration contract is not signed or not respected; renewal-cap: renewals of one mention come to their end; l4354-end: the end of
 * L.435-4.
 */
export const WATCHER_CODES = [
  'legal-aid-not-asked',
  'silence-refusal',
  'silence-soon',
  'card-expired',
  'receipt-ending',
  'nothing-received',
  'l4354-end',
  'renewal-cap',
  'cir-behind',
  'forgotten',
] as const;
export type WatcherCode = (typeof WATCHER_CODES)[number];
/** Days ahead that silence and receipts are announced. */
export const WATCH_AHEAD_DAYS = 30;
/** Days without any contact, in a dossier where nothing is planned, before it counts as forgotten. */
export const FORGOTTEN_AFTER_DAYS = 45;
/** Days after a filing without a receipt nor an acknowledgement. */
export const NOTHING_RECEIVED_AFTER_DAYS = 30;

export const Watcher = z.object({
  code: z.enum(WATCHER_CODES),
  dossierId: Id,
  dossierReference: z.string(),
  personId: Id,
  personName: z.string(),
  holders: z.array(z.object({ userId: Id, displayName: z.string() })),
  /** The day it is about: birth of the refusal, end of the receipt or card, last contact…; null when there is none. */
  on: z.string().nullable(),
  /** Days from today to it; negative once past. */
  daysLeft: z.int().nullable(),
});
export type Watcher = z.infer<typeof Watcher>;
export const WatcherCounts = z.record(z.enum(WATCHER_CODES), z.int());
export type WatcherCounts = z.infer<typeof WatcherCounts>;
export const WatchersAnswer = z.object({ today: z.string(), counts: WatcherCounts, items: z.array(Watcher) });
export type WatchersAnswer = z.infer<typeof WatchersAnswer>;
