import { z } from 'zod';
import { Day, Id, Version } from './common.ts';

/** Days of civic training that the contract asks for. */
export const CIVIC_DAYS = 4;

const fields = {
  signedOn: Day.nullable(),
  /** Days of civic training attended. */
  civicDays: z.int().min(0).max(CIVIC_DAYS).nullable(),
  /** Whether the signed contract prescribes French lessons; the hours it prescribes; the hours attended so far. */
  languagePrescribed: z.boolean().nullable(),
  languageHours: z.int().min(0).max(1000).nullable(),
  languageHoursAttended: z.int().min(0).max(1000).nullable(),
  /** The day the prefect's letter announcing the termination came; the day written observations were sent. */
  terminationNoticeOn: Day.nullable(),
  observationsSentOn: Day.nullable(),
};

/** met: done, or not asked of this person; behind: not done and the time to act has come; to-do: not done, later; unknown: nobody has said. */
export const MILESTONE_STATES = ['met', 'behind', 'to-do', 'unknown'] as const;
export const Milestone = z.object({
  /** A row of the renewal rules, such as `CIR-M5`. */
  id: z.string(),
  on: z.string(),
  state: z.enum(MILESTONE_STATES),
  confidence: z.enum(['high', 'medium', 'low']),
  legalBasis: z.array(z.string()),
});
export type Milestone = z.infer<typeof Milestone>;

/** What a person undertook in the integration contract (CIR). Null is "not known". `version` is 0 while nothing was recorded. */
export const Integration = z.object({
  personId: Id,
  ...fields,
  signedOn: z.string().nullable(),
  terminationNoticeOn: z.string().nullable(),
  observationsSentOn: z.string().nullable(),
  /** The answer of the interview to "cirStatus"; null: not asked yet. */
  cirStatus: z.string().nullable(),
  milestones: z.array(Milestone),
  version: z.int().min(0),
});
export type Integration = z.infer<typeof Integration>;

export const SaveIntegrationRequest = z
  .strictObject({ version: z.union([z.literal(0), Version]), ...fields })
  .superRefine(({ languageHours, languageHoursAttended, terminationNoticeOn, observationsSentOn, signedOn }, ctx) => {
    const wrong = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message });
    if (languageHours !== null && languageHoursAttended !== null && languageHoursAttended > languageHours)
      wrong('languageHoursAttended', 'Plus d’heures suivies que d’heures prescrites.');
    if (observationsSentOn && !terminationNoticeOn) wrong('terminationNoticeOn', 'À renseigner.');
    if (observationsSentOn && terminationNoticeOn && observationsSentOn < terminationNoticeOn)
      wrong('observationsSentOn', 'Cette date précède la lettre de la préfecture.');
    if (signedOn && terminationNoticeOn && terminationNoticeOn < signedOn)
      wrong('terminationNoticeOn', 'Cette date précède la signature du contrat.');
  });
export type SaveIntegrationRequest = z.infer<typeof SaveIntegrationRequest>;
