import type { Appointment, PersonMessageKind } from '@permanence/contracts';
import type { StoredDeadline } from '@permanence/persistence';
import { addDays, isoDate, type IsoDate } from '@permanence/rules';
import { contestsDecision } from '../mail/kind-of-step.ts';
import type { PersonNotice } from '../mail/person-message.ts';
import { announcedOf } from '../reminders/announced.ts';

type Dates = Pick<PersonNotice, 'when' | 'opensOn' | 'place' | 'papers'>;

/** Dates and a place made up, so that a message can be looked at before there is anything to say. */
export const inventedDates = (kind: PersonMessageKind, today: IsoDate): Dates => {
  if (kind === 'contact-check' || kind === 'answer-received') return { when: null };
  const on = addDays(today, 21);
  return {
    when: kind.startsWith('appointment') ? { on, minutes: 570 } : { on },
    opensOn: kind.startsWith('window') ? addDays(today, 7) : null,
    place: 'Mairie annexe, 12 rue de la Paix',
    papers: ['acte de naissance', 'justificatif d’adresse'],
  };
};

const STATUS: Partial<Record<PersonMessageKind, Appointment['status']>> = {
  'appointment-missed': 'missed',
  'appointment-cancelled': 'cancelled',
};

/** The dates of a dossier that a message of this kind would announce first; null when it has none of that kind. */
export function datesOf(
  kind: PersonMessageKind,
  { deadlines, appointments }: { deadlines: readonly StoredDeadline[]; appointments: readonly Appointment[] },
  now: string,
  timeZone: string,
): Dates | null {
  if (kind === 'contact-check' || kind === 'answer-received') return { when: null };
  if (kind.startsWith('appointment')) {
    const wanted = STATUS[kind] ?? 'planned';
    const fits = appointments.filter(({ status, startsAt }) => status === wanted && (wanted !== 'planned' || startsAt > now));
    const one = wanted === 'planned' ? fits[0] : fits.at(-1);
    return one
      ? { when: announcedOf({ ...one, prudentOn: null, lastDayOn: null, expiresAt: null }, now, timeZone), place: one.place }
      : null;
  }
  const window = kind.startsWith('window');
  const fits = deadlines.filter(({ state, ruleId }) => {
    if (state !== 'open') return false;
    if (ruleId.startsWith('REN-')) return window;
    return !window && (kind === 'follow-up' ? !contestsDecision(ruleId) : /^(deadline|call)/.test(kind) && contestsDecision(ruleId));
  });
  const [first] = fits
    .flatMap((row) => {
      const when = announcedOf({ ...row, startsAt: null }, now, timeZone);
      return when ? [{ row, when }] : [];
    })
    .sort((a, b) => (a.when.on < b.when.on ? -1 : 1));
  return first ? { when: first.when, opensOn: window && first.row.opensOn ? isoDate(first.row.opensOn) : null } : null;
}
