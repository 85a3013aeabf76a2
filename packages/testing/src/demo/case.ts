import type {
  AnswerInput,
  CreatePersonRequest,
  NOTE_KINDS,
  DossierStage,
  RecordDecisionRequest,
  RecordFilingRequest,
} from '@permanence/contracts';
import {
  PARIS,
  formatInstant,
  instantOf,
  addDays,
  addMonths,
  addYears,
  type ChildFacts,
  type DocumentType,
  type Facts,
  type IsoDate,
} from '@permanence/rules';

/** Days counted from the day the demo data are loaded, so that they never grow old. */
export class Calendar {
  constructor(readonly today: IsoDate) {}
  daysAgo = (days: number): IsoDate => addDays(this.today, -days);
  inDays = (days: number): IsoDate => addDays(this.today, days);
  monthsAgo = (months: number): IsoDate => addMonths(this.today, -months);
  /** That minute of the day in Paris, with the offset of the season. */
  atParis = (day: IsoDate, minuteOfDay: number): string => {
    const at = instantOf({ on: day, minutes: minuteOfDay }, PARIS);
    return formatInstant(at, PARIS(at));
  };
  yearsAgo = (years: number, days = 0): IsoDate => addDays(addYears(this.today, -years), -days);
}

export interface DemoPapers {
  type: DocumentType;
  /** Months before today, first and last, one paper every `every` months. */
  from: number;
  to: number;
  every?: number;
  names?: ('client' | 'partner' | 'child')[];
  handwritten?: boolean;
  confidentiality?: 'health' | 'violence' | 'asylum';
}

/** One invented person with what a permanence would know of them. */
export interface DemoCase {
  person: Omit<CreatePersonRequest, 'notADuplicate' | 'permanenceId' | 'languages'> & { languages: CreatePersonRequest['languages'] };
  contacts?: {
    channel: 'email' | 'sms' | 'phone' | 'post' | 'relay';
    value: string;
    safety: 'unknown' | 'safe' | 'unsafe' | 'ask_each_time';
    note?: string;
  }[];
  facts?: Facts;
  /** Children by first name; an empty list is a known "no children". */
  children?: Record<string, ChildFacts>;
  /** Facts the person could not or would not answer. */
  unanswered?: { fact: AnswerInput['fact']; state: 'dont-know' | 'prefers-not' }[];
  papers?: DemoPapers[];
  permit?: {
    title: 'vls-ts' | 'cst' | 'csp' | 'resident' | 'aps' | 'cra-1y' | 'cra-10y';
    basis?: string;
    validFrom: IsoDate;
    validUntil: IsoDate;
    channel?: 'anef' | 'prefecture';
  };
  /** Index of the volunteer who holds the dossier; null: nobody yet; absent: no dossier. */
  dossier?: { holder: 0 | 1 | 2 | null; stage: DossierStage; basis?: string; departement: string };
  filing?: RecordFilingRequest;
  decision?: Omit<RecordDecisionRequest, 'decision'> & { decision?: RecordDecisionRequest['decision'] };
  /** The limit of the decision was met in time, with its proof. */
  acted?: { on: IsoDate; proof: string };
  notes?: { kind: (typeof NOTE_KINDS)[number]; body: string }[];
  task?: { title: string; inDays: number };
  appointment?: { kind: 'permanence' | 'prefecture' | 'lawyer' | 'ofii' | 'other'; inDays: number; place: string };
  /** Weigh every basis once everything is in. */
  weigh?: boolean;
  partnerOf?: string;
}
