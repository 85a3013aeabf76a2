import { z } from 'zod';
import { Day, Id, Instant } from './common.ts';
import { LANGUAGES } from './persons.ts';

/** Why a request asks for the person's acknowledgement. */
export const RISK_REASONS = ['discretionary', 'high-risk', 'bars'] as const;
export type RiskReason = (typeof RISK_REASONS)[number];
export const RISK_DECISIONS = ['go-on', 'declined'] as const;
export const INTERPRETERS = ['not-needed', 'present', 'phone'] as const;
export const LAWYER_ANSWERS = ['seen', 'booked', 'no'] as const;
/** Languages the explanation is written in; it may be spoken in any. */
export const RISK_TEXT_LANGUAGES = ['fr', 'en'] as const;
export type RiskTextLanguage = (typeof RISK_TEXT_LANGUAGES)[number];

/** The risk of one request on one day, as the rules see it. */
export const Risk = z.object({
  basis: z.string(),
  onDate: z.string(),
  strength: z.enum(['full', 'discretionary', 'mixed']),
  risk: z.enum(['low', 'medium', 'high', 'very-high']),
  /** Raised bars that reach the basis. */
  bars: z.array(z.string()),
  /** Empty: nothing has to be acknowledged. */
  reasons: z.array(z.enum(RISK_REASONS)),
  /** The rules say: a lawyer before anything is filed. */
  lawyerFirst: z.boolean(),
  rulesVersion: z.string(),
});
export type Risk = z.infer<typeof Risk>;

export const RiskAcknowledgement = z.object({
  id: Id,
  basis: z.string(),
  explainedById: Id,
  explainedByName: z.string(),
  explainedOn: z.string(),
  spokenLanguage: z.string(),
  interpreter: z.enum(INTERPRETERS),
  decision: z.enum(RISK_DECISIONS),
  understood: z.boolean(),
  lawyer: z.enum(LAWYER_ANSWERS).nullable(),
  signedOnPaper: z.boolean(),
  strength: Risk.shape.strength,
  risk: Risk.shape.risk,
  bars: z.array(z.string()),
  rulesVersion: z.string(),
  textVersion: z.string(),
  textLanguage: z.enum(RISK_TEXT_LANGUAGES),
  /** What was read out, as it then was. */
  textLines: z.array(z.string()),
  createdAt: Instant,
});
export type RiskAcknowledgement = z.infer<typeof RiskAcknowledgement>;

/** `covered`: a filing may be noted. `changed`: the risk is no longer the one that was explained. */
export const RISK_STANDINGS = ['not-needed', 'covered', 'missing', 'declined', 'changed'] as const;
export type RiskStanding = (typeof RISK_STANDINGS)[number];
export const DossierRisk = z.object({
  /** Null: the dossier pursues no basis yet. */
  risk: Risk.nullable(),
  standing: z.enum(RISK_STANDINGS),
  text: z.object({ version: z.string(), language: z.enum(RISK_TEXT_LANGUAGES), lines: z.array(z.string()) }),
  /** Newest first, of every basis this dossier has pursued. */
  acknowledgements: z.array(RiskAcknowledgement),
});
export type DossierRisk = z.infer<typeof DossierRisk>;
export const RiskQuery = z.strictObject({ language: z.enum(RISK_TEXT_LANGUAGES).default('fr') });
export type RiskQuery = z.infer<typeof RiskQuery>;

export const AcknowledgeRiskRequest = z
  .strictObject({
    /** Who explained; absent: the caller. */
    explainedById: Id.nullish(),
    explainedOn: Day,
    spokenLanguage: z.enum(LANGUAGES),
    interpreter: z.enum(INTERPRETERS),
    decision: z.enum(RISK_DECISIONS),
    understood: z.boolean(),
    lawyer: z.enum(LAWYER_ANSWERS).nullish(),
    signedOnPaper: z.boolean().default(false),
    textLanguage: z.enum(RISK_TEXT_LANGUAGES),
    /** The version that was on the screen: an older one is refused, since another text was read out. */
    textVersion: z.string().max(40),
  })
  .superRefine(({ decision, understood }, ctx) => {
    if (decision === 'go-on' && !understood)
      ctx.addIssue({
        code: 'custom',
        path: ['understood'],
        message: 'La personne ne peut pas continuer sans avoir compris le risque : expliquez à nouveau.',
      });
  });
export type AcknowledgeRiskRequest = z.infer<typeof AcknowledgeRiskRequest>;
