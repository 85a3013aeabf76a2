import { z } from 'zod';
import { Day, Id, searchAnswer, searchRequest, text } from './common.ts';

/** A session, at a place, where people are received. */
export const Permanence = z.object({ id: Id, place: z.string(), heldOn: z.string(), receivedCount: z.int() });
export type Permanence = z.infer<typeof Permanence>;
export const CreatePermanenceRequest = z.strictObject({ place: text(120), heldOn: Day });
export type CreatePermanenceRequest = z.infer<typeof CreatePermanenceRequest>;
export const SearchPermanencesRequest = searchRequest({}, ['heldOn', 'place']);
export type SearchPermanencesRequest = z.infer<typeof SearchPermanencesRequest>;
export const SearchPermanencesAnswer = searchAnswer(Permanence);

/** Someone was received: whoever received them may then open their record. */
export const RecordReceptionRequest = z.strictObject({
  personId: Id,
  dossierId: Id.nullish(),
  /** Absent: the caller. Only a coordinator names a colleague. */
  receivedById: Id.nullish(),
});
export type RecordReceptionRequest = z.infer<typeof RecordReceptionRequest>;
