import { isDepartement } from '@permanence/rules';
import { z } from 'zod';
import { Day, Id, Instant, Version, searchAnswer, searchRequest, text } from './common.ts';
import { LANGUAGES } from './persons.ts';

/** Where a procedure stands, in the order of the work. A closed dossier keeps its last stage. */
export const DOSSIER_STAGES = [
  'contact',
  'intake',
  'triage',
  'urgency',
  'diagnosis',
  'gathering',
  'access',
  'access-blocked',
  'filed',
  'incomplete',
  'waiting',
  'gap',
  'decision',
  'litigation',
  'card',
  'follow-up',
] as const;
export type DossierStage = (typeof DOSSIER_STAGES)[number];

const FORWARD: Readonly<Record<DossierStage, readonly DossierStage[]>> = {
  contact: ['intake'],
  intake: ['triage'],
  triage: ['diagnosis'],
  urgency: ['diagnosis', 'litigation'],
  diagnosis: ['gathering', 'card'],
  gathering: ['access'],
  access: ['access-blocked', 'filed'],
  'access-blocked': ['access', 'filed'],
  filed: ['incomplete', 'waiting', 'decision'],
  incomplete: ['filed', 'litigation'],
  waiting: ['decision', 'gap'],
  gap: ['waiting', 'access-blocked'],
  decision: ['card', 'litigation'],
  litigation: ['decision'],
  card: ['follow-up'],
  'follow-up': ['gathering'],
};
/**
 * Stages a volunteer may choose next: those the work leads to, the one before (a mistake is put right), and the urgency,
 * which may arise at any moment. Recording a filing or a decision sets the stage by itself, from anywhere.
 */
export const nextStages = (stage: DossierStage): DossierStage[] =>
  DOSSIER_STAGES.filter(
    (other) => other !== stage && (other === 'urgency' || FORWARD[stage].includes(other) || FORWARD[other].includes(stage)),
  );

export const CLOSE_REASONS = ['goal-reached', 'moved', 'dropped', 'referred', 'no-ground-now', 'lost-contact', 'other'] as const;
export const MEMBER_KINDS = ['holder', 'received', 'helper'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

export const Departement = z
  .string()
  .refine(isDepartement, { error: 'Ce département n’existe pas (exemples : 69, 2A, 973).' })
  .meta({ type: 'string', example: '69' });

export const DossierMember = z.object({ userId: Id, displayName: z.string(), kind: z.enum(MEMBER_KINDS), since: Instant });
export type DossierMember = z.infer<typeof DossierMember>;
/** The gravest open limit of the dossier. */
export const NextDeadline = z.object({
  id: Id,
  ruleId: z.string(),
  prudentOn: z.string().nullable(),
  lastDayOn: z.string().nullable(),
  expiresAt: z.string().nullable(),
  gravity: z.int(),
});
export type NextDeadline = z.infer<typeof NextDeadline>;

const row = {
  id: Id,
  reference: z.string(),
  personId: Id,
  personReference: z.string(),
  /** Given name, then family name. */
  personName: z.string(),
  /** Id of a basis of the rules; null: none chosen yet. */
  basis: z.string().nullable(),
  stage: z.enum(DOSSIER_STAGES),
  departement: z.string().nullable(),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  holders: z.array(z.object({ userId: Id, displayName: z.string() })),
  nextDeadline: NextDeadline.nullable(),
  updatedAt: Instant,
};
export const DossierRow = z.object(row);
export type DossierRow = z.infer<typeof DossierRow>;
export const Dossier = z.object({
  ...row,
  closeReason: z.enum(CLOSE_REASONS).nullable(),
  createdAt: Instant,
  version: Version,
  /** Stages that may be chosen from here. */
  nextStages: z.array(z.enum(DOSSIER_STAGES)),
  person: z.object({
    id: Id,
    reference: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    birthOn: z.string().nullable(),
    nationality: z.string().nullable(),
    languages: z.array(z.enum(LANGUAGES)),
    preferredLanguage: z.string().nullable(),
    needsInterpreter: z.boolean().nullable(),
  }),
  members: z.array(DossierMember),
  counts: z.object({
    notes: z.int(),
    filings: z.int(),
    decisions: z.int(),
    openDeadlines: z.int(),
    openTasks: z.int(),
    plannedAppointments: z.int(),
  }),
});
export type Dossier = z.infer<typeof Dossier>;

export const CreateDossierRequest = z.strictObject({
  personId: Id,
  basis: text(80).nullish(),
  stage: z.enum(DOSSIER_STAGES).default('intake'),
  departement: Departement.nullish(),
  /** Only a coordinator names somebody else, or nobody (null). Absent: whoever registers it holds it. */
  holderId: Id.nullable().optional(),
});
export type CreateDossierRequest = z.infer<typeof CreateDossierRequest>;
export const UpdateDossierRequest = z.strictObject({
  version: Version,
  basis: text(80).nullable().optional(),
  stage: z.enum(DOSSIER_STAGES).optional(),
  departement: Departement.nullable().optional(),
});
export type UpdateDossierRequest = z.infer<typeof UpdateDossierRequest>;
export const CloseDossierRequest = z.strictObject({ version: Version, reason: z.enum(CLOSE_REASONS), closedOn: Day.optional() });
export type CloseDossierRequest = z.infer<typeof CloseDossierRequest>;
export const ReopenDossierRequest = z.strictObject({ version: Version });
export type ReopenDossierRequest = z.infer<typeof ReopenDossierRequest>;

export const AssignMemberRequest = z.strictObject({ userId: Id, kind: z.enum(['holder', 'helper']) });
export type AssignMemberRequest = z.infer<typeof AssignMemberRequest>;
export const MemberParam = z.strictObject({ id: Id, userId: Id });

export const SearchDossiersRequest = searchRequest(
  {
    stage: z.array(z.enum(DOSSIER_STAGES)).min(1),
    basis: text(80),
    /** True: nobody holds it. */
    holderless: z.boolean(),
    /** True: those the caller holds, received or helps with. */
    mine: z.boolean(),
    holderId: Id,
    closed: z.boolean(),
    departement: Departement,
    personId: Id,
    /** Name or reference of the person, or reference of the dossier. */
    q: text(80),
  },
  ['reference', 'openedOn', 'updatedAt', 'stage'],
);
export type SearchDossiersRequest = z.infer<typeof SearchDossiersRequest>;
export const SearchDossiersAnswer = searchAnswer(DossierRow);

/** One line of the history: who did what, never the values. */
export const HistoryLine = z.object({
  id: Id,
  at: Instant,
  /** Null: the system itself. */
  actorId: Id.nullable(),
  actorName: z.string().nullable(),
  action: z.string(),
  targetKind: z.string(),
  targetId: Id,
  fields: z.array(z.string()),
});
export type HistoryLine = z.infer<typeof HistoryLine>;
