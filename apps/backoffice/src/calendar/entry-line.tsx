import { Link } from 'react-router-dom';
import { deadlinePath } from '../deadlines/deadline-list.tsx';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { parisTime, shortMoment } from '../ui/days.ts';
import { bandOf, type Entry } from './month.ts';

/** One thing of a day: its gravity by a sign and a word, what it is, whose it is. */
export function EntryLine({ entry, short = false }: { entry: Entry; short?: boolean }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.calendar;
  const band = entry.kind === 'appointment' ? 'appointment' : bandOf(entry.deadline.gravity);
  const sign = (
    <span aria-hidden="true" className={`sign sign-${band}`}>
      {t.signs[band]}
    </span>
  );
  if (entry.kind === 'appointment') {
    const { personName, dossierId, personId, startsAt, kind, place } = entry.appointment;
    return (
      <span className="entry">
        {sign} {parisTime(startsAt)} {short ? null : `${t.bands.appointment} · `}
        <Link to={dossierId ? `/dossiers/${dossierId}/work` : `/persons/${personId}`}>{personName}</Link>
        <span className={short ? 'visually-hidden' : 'quiet'}>
          {' '}
          {words.work.appointmentKinds[kind]} · {place}
        </span>
      </span>
    );
  }
  const { deadline, kind } = entry;
  return (
    <span className="entry">
      {sign} <span className={short ? 'visually-hidden' : 'entry-band'}>{t.bands[band]}</span>
      {short ? ' ' : ' · '}
      <strong>
        {kind === 'hour' && entry.at
          ? short
            ? shortMoment(entry.at, locale).split(' à ').at(-1)
            : shortMoment(entry.at, locale)
          : t.kinds[kind]}
      </strong>{' '}
      <Link to={deadlinePath(deadline)}>{deadline.personName}</Link>
      <span className={short ? 'visually-hidden' : 'quiet'}> {rules.clock(deadline.ruleId)}</span>
    </span>
  );
}
