import type { DossierRow, DossierStage } from '@permanence/contracts';
import type { Prisma } from '../generated/client.ts';
import { toDay, toDayOrNull, toInstant, toInstantOrNull } from '../support/dates.ts';

/**
 * Hours before days; at equal gravity what a decision started, before a request that waits, before a permit (their names happen to sort
 * so); then the nearest, what is overdue first.
 */
export const BY_GRAVITY = [
  { gravity: 'asc' },
  { sourceKind: 'asc' },
  { expiresAt: { sort: 'asc', nulls: 'last' } },
  { prudentOn: { sort: 'asc', nulls: 'last' } },
  { id: 'asc' },
] as const satisfies Prisma.DeadlineOrderByWithRelationInput[];

const holders = {
  where: { current: true, kind: 'holder' },
  select: { userId: true, user: { select: { displayName: true } } },
  orderBy: { since: 'asc' },
} as const;
export const rowSelect = {
  id: true,
  reference: true,
  personId: true,
  person: { select: { reference: true, givenName: true, familyName: true } },
  basis: true,
  stage: true,
  departement: true,
  openedOn: true,
  closedOn: true,
  updatedAt: true,
  members: holders,
  deadlines: {
    where: { state: 'open' },
    orderBy: [...BY_GRAVITY],
    take: 1,
    select: { id: true, ruleId: true, prudentOn: true, lastDayOn: true, expiresAt: true, gravity: true },
  },
} satisfies Prisma.DossierSelect;
type RowData = Prisma.DossierGetPayload<{ select: typeof rowSelect }>;

export const toDossierRow = ({
  person,
  members,
  deadlines: [next],
  openedOn,
  closedOn,
  updatedAt,
  stage,
  ...row
}: RowData): DossierRow => ({
  ...row,
  stage: stage as DossierStage,
  personReference: person.reference,
  personName: `${person.givenName} ${person.familyName}`,
  openedOn: toDay(openedOn),
  closedOn: toDayOrNull(closedOn),
  updatedAt: toInstant(updatedAt),
  holders: members.map((m) => ({ userId: m.userId, displayName: m.user.displayName })),
  nextDeadline: next
    ? {
        ...next,
        prudentOn: toDayOrNull(next.prudentOn),
        lastDayOn: toDayOrNull(next.lastDayOn),
        expiresAt: toInstantOrNull(next.expiresAt),
      }
    : null,
});
