import type { IsoDate } from '../calendar/iso-date.ts';
import type { CodeValue } from '../clocks/types.ts';

export const PERMIT_TITLES = ['vls-ts', 'cst', 'csp', 'resident', 'aps', 'cra-1y', 'cra-10y'] as const;
export const REQUESTED_TITLES = ['cst', 'csp', 'resident', 'cra-1y', 'cra-10y'] as const;
export const CHANNELS = ['anef', 'prefecture'] as const;
export const CIR_STATUSES = ['not-concerned', 'not-signed', 'signed', 'respected', 'not-respected'] as const;
export const ENTRY_VISAS = ['none', 'exempt', 'short-stay', 'long-stay'] as const;
export const VISA_MENTIONS = ['vls-ts', 'card-to-be-requested'] as const;

export interface PermitHeld {
  title?: (typeof PERMIT_TITLES)[number] | null;
  /** A basis id, or `other`. */
  basis?: string | null;
  validFrom?: IsoDate | null;
  validUntil?: IsoDate | null;
  /** Channel of the permit asked for, not of the one held. */
  channel?: (typeof CHANNELS)[number] | null;
  yearsOfValidity?: number | null;
  internationalAgreement?: boolean | null;
  departementListedForGrace?: boolean | null;
}
export interface RenewalInput {
  today: IsoDate;
  permit?: PermitHeld | null;
  /** `kind` is the legal kind: a multi-year card after a one-year card is `first`. */
  requested?: { kind?: 'first' | 'renewal' | null; title?: (typeof REQUESTED_TITLES)[number] | null } | null;
  basisRequested?: string | null;
  filedCompleteOn?: IsoDate | null;
  apiIssuedOn?: IsoDate | null;
  certificateUntil?: IsoDate | null;
  entryOn?: IsoDate | null;
  entryVisa?: (typeof ENTRY_VISAS)[number] | null;
  longStayVisaMention?: (typeof VISA_MENTIONS)[number] | null;
  irregularEntry?: boolean | null;
  handedOverOn?: IsoDate | null;
  birthDate?: IsoDate | null;
  sameMentionCards?: { from: IsoDate; to: IsoDate }[] | null;
  cir?: { status?: (typeof CIR_STATUSES)[number] | null; signedOn?: IsoDate | null; terminationNoticeReceivedOn?: IsoDate | null } | null;
  movedOn?: IsoDate | null;
  lastContactByPersonOn?: IsoDate | null;
  litigationPending?: boolean | null;
  completeFileReceivedOn?: IsoDate | null;
  reasonsRequestedOn?: IsoDate | null;
  nationality?: string | null;
  firstVpfCertificateFrom?: IsoDate | null;
}

export interface RenewalDate {
  id: string;
  /** The day the row yields; the last day of a window, a grace or an extension. */
  on: IsoDate;
  /** First day, for a row that is itself a window. */
  from?: IsoDate;
  confidence: 'high' | 'medium' | 'low';
  legalBasis: string[];
}
export interface RenewalFinding {
  id: string;
  applies?: boolean;
  values?: Record<string, CodeValue>;
}
export interface RenewalAnswer {
  dates: RenewalDate[];
  findings: RenewalFinding[];
  /** Input fields a row needs, in the form `permit.validUntil`. */
  missing: string[];
}
