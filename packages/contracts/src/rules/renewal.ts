import { CHANNELS, CIR_STATUSES, ENTRY_VISAS, PERMIT_TITLES, REQUESTED_TITLES, VISA_MENTIONS, type PermitHeld } from '@permanence/rules';
import * as z from 'zod';
import { bool, day, oneOf, RuleBasis, RuleBasisOrOther, RuleCountry, RuleDay } from './fields.ts';

const Permit = z.strictObject({
  title: oneOf(PERMIT_TITLES),
  basis: RuleBasisOrOther.nullish(),
  validFrom: day,
  validUntil: day,
  channel: oneOf(CHANNELS),
  yearsOfValidity: z.number().positive().nullish(),
  internationalAgreement: bool,
  departementListedForGrace: bool,
} satisfies Record<keyof PermitHeld, z.ZodType>);

/** Input of the `renewal` operation, the same for the command and the API. */
export const RenewalInput = z.strictObject({
  today: RuleDay,
  permit: Permit.nullish(),
  requested: z.strictObject({ kind: oneOf(['first', 'renewal']), title: oneOf(REQUESTED_TITLES) }).nullish(),
  basisRequested: RuleBasis.nullish(),
  filedCompleteOn: day,
  apiIssuedOn: day,
  certificateUntil: day,
  entryOn: day,
  entryVisa: oneOf(ENTRY_VISAS),
  longStayVisaMention: oneOf(VISA_MENTIONS),
  irregularEntry: bool,
  handedOverOn: day,
  birthDate: day,
  sameMentionCards: z.array(z.strictObject({ from: RuleDay, to: RuleDay })).nullish(),
  cir: z.strictObject({ status: oneOf(CIR_STATUSES), signedOn: day, terminationNoticeReceivedOn: day }).nullish(),
  movedOn: day,
  lastContactByPersonOn: day,
  litigationPending: bool,
  completeFileReceivedOn: day,
  reasonsRequestedOn: day,
  nationality: RuleCountry.nullish(),
  firstVpfCertificateFrom: day,
});
export type RenewalInput = z.infer<typeof RenewalInput>;
