import type { Deadline, DeadlineRow } from '@permanence/contracts';
import type { Prisma } from '../generated/client.ts';
import { toDayOrNull, toInstant, toInstantOrNull } from '../support/dates.ts';

/** A limit as it is kept; how many days are left is for whoever knows what day it is. */
export type StoredDeadline = Omit<Deadline, 'daysLeft' | 'workingDaysLeft' | 'minutesLeft'> &
  Pick<DeadlineRow, 'holders'> & {
    /** Version of the rules it was last checked with; null for a row older than the checks. */
    rulesSeen: string | null;
  };
export interface NewDeadline {
  id: string;
  personId: string;
  dossierId: string | null;
  sourceKind: Deadline['sourceKind'];
  sourceId: string;
  ruleId: string;
  ruleVersion: string;
  termOn: string | null;
  lastDayOn: string | null;
  prudentOn: string | null;
  /** ISO instant, with the offset of the place. */
  expiresAt: string | null;
  opensOn: string | null;
  gravity: number;
  confidence: Deadline['confidence'];
  running: Deadline['running'];
  /** The whole answer of the rules, JSON. */
  outcome: object;
  /** What the rules were given, JSON. */
  facts: object;
  replacesId: string | null;
}
export const deadlineSelect = {
  id: true,
  personId: true,
  person: { select: { givenName: true, familyName: true } },
  dossierId: true,
  dossier: {
    select: {
      reference: true,
      members: {
        where: { current: true, kind: 'holder' },
        select: { userId: true, user: { select: { displayName: true } } },
        orderBy: { since: 'asc' },
      },
    },
  },
  sourceKind: true,
  sourceId: true,
  ruleId: true,
  ruleVersion: true,
  termOn: true,
  lastDayOn: true,
  prudentOn: true,
  expiresAt: true,
  opensOn: true,
  gravity: true,
  confidence: true,
  running: true,
  outcome: true,
  facts: true,
  state: true,
  doneOn: true,
  doneById: true,
  doneProof: true,
  doneDocumentId: true,
  reopenReason: true,
  replacesId: true,
  retiredBecause: true,
  rulesSeen: true,
  createdAt: true,
  version: true,
} as const satisfies Prisma.DeadlineSelect;

export type DeadlineData = Prisma.DeadlineGetPayload<{ select: typeof deadlineSelect }>;
/** `doneByName`: looked up apart, since a limit has no relation to who did it. */
export const toDeadline = ({ person, dossier, outcome, ...row }: DeadlineData, doneByName: string | null): StoredDeadline => {
  const answer = outcome as Partial<Deadline['working']> & { expiresAt?: string | null };
  return {
    ...row,
    personName: `${person.givenName} ${person.familyName}`,
    dossierReference: dossier?.reference ?? null,
    holders: dossier?.members.map((m) => ({ userId: m.userId, displayName: m.user.displayName })) ?? [],
    sourceKind: row.sourceKind as Deadline['sourceKind'],
    confidence: row.confidence as Deadline['confidence'],
    running: row.running as Deadline['running'],
    retiredBecause: row.retiredBecause as Deadline['retiredBecause'],
    termOn: toDayOrNull(row.termOn),
    lastDayOn: toDayOrNull(row.lastDayOn),
    prudentOn: toDayOrNull(row.prudentOn),
    opensOn: toDayOrNull(row.opensOn),
    // The same instant, as the rules wrote it: on the clock of the place.
    expiresAt: row.expiresAt && (answer.expiresAt ?? toInstantOrNull(row.expiresAt)),
    facts: row.facts as Record<string, unknown>,
    working: {
      steps: answer.steps ?? [],
      court: answer.court ?? null,
      legalBasis: answer.legalBasis ?? [],
      missingFacts: answer.missingFacts ?? [],
      warnings: answer.warnings ?? [],
    },
    doneOn: toDayOrNull(row.doneOn),
    doneByName,
    createdAt: toInstant(row.createdAt),
  };
};
