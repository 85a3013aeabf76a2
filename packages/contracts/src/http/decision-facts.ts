import {
  DECISION_IDS,
  isInstant,
  LEGAL_AID_DECISIONS,
  LETTER_UNITS,
  MEASURES,
  NOTIFICATION_MEANS,
  PAPERS,
  PERMITS_REQUESTED,
  RESIDENCES,
  VISA_TYPES,
  type DecisionFacts,
} from '@permanence/rules';
import { z } from 'zod';
import { Day, text } from './common.ts';
import { Departement } from './dossiers.ts';

/** An instant with its offset, kept as it was written: hours are counted from it. */
export const WrittenInstant = z
  .string()
  .refine(isInstant, { error: 'Cette heure n’est pas valable (attendu : AAAA-MM-JJTHH:MM avec le fuseau, par exemple +01:00).' })
  .meta({ type: 'string', format: 'date-time', example: '2026-12-24T18:40:00+01:00' });

const yesNo = z.boolean().nullish();
const day = Day.nullish();
/** What a form asks of a decision, by the names of the rules. Absent or null is unknown. */
export const DecisionFactsForm = z.strictObject({
  paper: z.enum(PAPERS).nullish(),
  departement: Departement.nullish(),
  measure: z.enum(MEASURES).nullish(),
  measureDepartement: Departement.nullish(),
  detentionCentre: text(120).nullish(),
  houseArrestArticle: text(60).nullish(),
  measureNotifiedOn: day,
  measureNotifiedAt: WrittenInstant.nullish(),
  newLimitInformationGiven: yesNo,
  appealAlreadyFiled: yesNo,
  voluntaryDepartureDays: z.int().min(0).max(365).nullish(),
  oqtfGround: text(60).nullish(),
  notificationMeans: z.enum(NOTIFICATION_MEANS).nullish(),
  firstPresentedOn: day,
  deliveryNoticeLeft: yesNo,
  collectedOn: day,
  returnedUncollected: yesNo,
  postedOnPortalOn: day,
  firstOpenedOn: day,
  neverOpened: yesNo,
  routesNotified: yesNo,
  acknowledgementWithRoutes: yesNo,
  permitRequested: z.enum(PERMITS_REQUESTED).nullish(),
  completeFileReceivedOn: day,
  implicitRefusalOn: day,
  knowledgeProvenOn: day,
  specialCircumstances: yesNo,
  reasonsRequestedOn: day,
  reasonsReceivedOn: day,
  recoursGracieuxPostedOn: day,
  recoursGracieuxReceivedOn: day,
  recoursHierarchiquePostedOn: day,
  recoursHierarchiqueReceivedOn: day,
  recoursAnsweredOn: day,
  recoursAcknowledgedWithRoutes: yesNo,
  initialDecision: z.enum(DECISION_IDS).nullish(),
  aideJuridictionnelleRequestedOn: day,
  aideJuridictionnelleDecision: z.enum(LEGAL_AID_DECISIONS).nullish(),
  aideJuridictionnelleNotifiedOn: day,
  lawyerAppointedOn: day,
  residence: z.enum(RESIDENCES).nullish(),
  visaType: z.enum(VISA_TYPES).nullish(),
  asylumClaimOn: day,
  limitPrintedOnLetter: z.strictObject({ amount: z.int().min(1).max(365), unit: z.enum(LETTER_UNITS) }).nullish(),
} satisfies Record<keyof DecisionFacts, z.ZodType>);
export type DecisionFactsForm = z.infer<typeof DecisionFactsForm>;
