import type { COLLEAGUE_MESSAGE_KINDS } from '@permanence/contracts';
import { addDays, type IsoDate } from '@permanence/rules';
import { coordinatorDigest, escalation, volunteerDigest, type DigestItem } from '../mail/digests.ts';
import type { Message } from '../mail/message.ts';

/** What colleagues receive, with invented dossiers. */
export function colleagueSample(
  kind: (typeof COLLEAGUE_MESSAGE_KINDS)[number],
  language: string,
  today: IsoDate,
  publicUrl: string,
): Message {
  const link = new URL('/', publicUrl).href;
  const item: DigestItem = {
    kind: 'deadline',
    dossierReference: '2026-041',
    ruleId: 'oqtf-un-mois',
    on: addDays(today, 4),
    overdue: false,
    link,
  };
  const week = {
    language,
    from: today,
    to: addDays(today, 6),
    link,
    items: [
      item,
      { ...item, kind: 'appointment' as const, dossierReference: '2026-018', on: addDays(today, 1), minutes: 570 },
      { ...item, kind: 'task' as const, dossierReference: '2026-007', on: addDays(today, -2), overdue: true },
    ],
  };
  if (kind === 'volunteer-digest') return volunteerDigest(week);
  if (kind === 'coordinator-digest') return coordinatorDigest({ ...week, counts: { holderless: 2, heldBack: 1, contactsToRepair: 1 } });
  return escalation({
    ...item,
    language,
    prudentOn: addDays(today, 4),
    lastDayOn: addDays(today, 6),
    at: null,
    askedOn: addDays(today, -3),
    holders: 1,
  });
}
