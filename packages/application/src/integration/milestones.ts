import { CIVIC_DAYS, type Milestone } from '@permanence/contracts';
import type { IntegrationData } from '@permanence/persistence';
import { addMonths, computeRenewal, PERMIT_TITLES, type IsoDate, type RenewalInput } from '@permanence/rules';

/** Answers of the interview that the milestones read. */
export const INTEGRATION_FACTS = ['cirStatus', 'frenchLevel', 'languageExempt', 'civicExam', 'civicExamExempt'] as const;

/** Everything a milestone is read from. An absent fact is an unknown one. */
export interface IntegrationStory {
  contract: IntegrationData | null;
  facts: ReadonlyMap<string, unknown>;
  /** The permit that ends last. */
  permit: { title: string; basis?: string | null; validFrom: IsoDate | null; validUntil: IsoDate | null } | null;
  nationality: string | null;
}
export interface WatchedMilestone extends Milestone {
  on: IsoDate;
}

/** Days ahead that a milestone is worked towards. */
const AHEAD_MONTHS: Readonly<Record<string, number>> = { 'CIR-M2-4M': 1, 'CIR-END-1Y': 3, 'CIR-M4': 1, 'CIR-M5': 2 };
/** Titles after which a longer card is asked for, with its certificate of French and its civic exam. */
const BEFORE_A_LONGER_CARD = ['vls-ts', 'cst'];
const BELOW_A2 = ['none', 'A1'];

const statusOf = ({ facts, contract }: IntegrationStory): NonNullable<RenewalInput['cir']>['status'] => {
  const said = facts.get('cirStatus');
  if (said === 'not-concerned' || said === 'respected' || said === 'not-respected') return said;
  // A day of signature is worth more than an older answer that nothing was signed.
  if (contract?.signedOn) return 'signed';
  return said === 'not-signed' ? said : null;
};

/** What the rules are asked; also what they were given, for the limits that are kept. */
export const integrationInput = (story: IntegrationStory): Omit<RenewalInput, 'today'> => {
  const { contract, permit, nationality } = story;
  const title = PERMIT_TITLES.find((one) => one === permit?.title) ?? null;
  const status = statusOf(story) ?? null;
  // Only whoever is known to be under the contract is expected to ask for the longer card it leads to.
  const longer = status !== null && status !== 'not-concerned' && title !== null && BEFORE_A_LONGER_CARD.includes(title);
  return {
    ...(permit ? { permit: { title, basis: permit.basis ?? null, validFrom: permit.validFrom, validUntil: permit.validUntil } } : {}),
    ...(longer ? { requested: { kind: 'first', title: 'csp' } } : {}),
    cir: { status, signedOn: contract?.signedOn ?? null, terminationNoticeReceivedOn: contract?.terminationNoticeOn ?? null },
    nationality,
  };
};

const attended = ({ contract }: IntegrationStory): boolean | null =>
  contract?.civicDays === null || contract?.civicDays === undefined ? null : contract.civicDays >= CIVIC_DAYS;
const lessons = ({ contract }: IntegrationStory): boolean | null => {
  if (contract?.languagePrescribed === false) return true;
  if (!contract?.languagePrescribed || contract.languageHours === null || contract.languageHoursAttended === null) return null;
  return contract.languageHoursAttended >= contract.languageHours;
};
/** One "no" is enough to be behind; without one, what is unknown stays so. */
const all = (...said: (boolean | null)[]): boolean | null => (said.includes(false) ? false : said.includes(null) ? null : true);

/** Whether what a milestone asks is done; null when nobody has said. */
const DONE: Readonly<Record<string, (story: IntegrationStory) => boolean | null>> = {
  'CIR-M0-CHASE': () => false,
  'CIR-M2-4M': attended,
  'CIR-END-1Y': (story) => (story.facts.get('cirStatus') === 'respected' ? true : all(attended(story), lessons(story))),
  'CIR-M4': ({ facts }) => {
    if (facts.get('languageExempt') === true) return true;
    const level = facts.get('frenchLevel');
    return typeof level === 'string' ? !BELOW_A2.includes(level) : null;
  },
  'CIR-M5': ({ facts }) => {
    if (facts.get('civicExamExempt') === true) return true;
    const exam = facts.get('civicExam');
    return typeof exam === 'string' ? exam !== 'none' : null;
  },
  'CIR-OBS-1M': ({ contract }) => contract?.observationsSentOn !== null && contract?.observationsSentOn !== undefined,
};
/** To be acted upon from the day it is known. */
const AT_ONCE = ['CIR-OBS-1M'];

/** The milestones of the contract with how far the person is, the nearest first. Pure. */
export const milestonesOf = (story: IntegrationStory, today: IsoDate): WatchedMilestone[] =>
  computeRenewal({ ...integrationInput(story), today })
    .dates.filter(({ id }) => DONE[id])
    .map(({ id, on, confidence, legalBasis }): WatchedMilestone => {
      const done = DONE[id]!(story);
      const due = AT_ONCE.includes(id) || today >= addMonths(on, -(AHEAD_MONTHS[id] ?? 0));
      return { id, on, confidence, legalBasis, state: done ? 'met' : done === null ? 'unknown' : due ? 'behind' : 'to-do' };
    })
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
