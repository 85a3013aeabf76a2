import { PRESENCE_SUBJECTS, type PresenceAnswer } from '@permanence/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { monthName, monthText, shortDay } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Ready, Section } from '../ui/page.tsx';
import { gridRows, monthsFromTo, withoutEmptyYears, type Month } from './grid-model.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const SHOWN_GAPS = 6;

/** Months × years: a letter, a pattern and a colour say how well each month is proved; each cell opens its papers. */
export function PresenceGrid({ personId }: { personId: string }) {
  const { words } = useWords();
  const t = words.papers;
  const [subject, setSubject] = useState<(typeof PRESENCE_SUBJECTS)[number]>('presence');
  const presence = useRead<PresenceAnswer>(`persons/${personId}/presence?subject=${subject}`);
  return (
    <Section title={t.grid}>
      <fieldset className="field">
        <legend className="field-label">{t.gridSubject}</legend>
        <div className="choices choices-inline">
          {PRESENCE_SUBJECTS.map((value) => (
            <div className="choice" key={value}>
              <input type="radio" id={`subject-${value}`} name="subject" checked={subject === value} onChange={() => setSubject(value)} />
              <label htmlFor={`subject-${value}`}>{t.subjects[value]}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <Ready of={presence}>{(answer) => <Grid answer={answer} />}</Ready>
    </Section>
  );
}

function Grid({ answer }: { answer: PresenceAnswer }) {
  const { words, locale } = useWords();
  const t = words.papers;
  const [opened, setOpened] = useState<Month | null>(null);
  const years = withoutEmptyYears(answer.years);
  const first = years[0]?.months[0]?.month ?? answer.from.slice(0, 7);
  const shown = years.flatMap(({ months }) => months);
  const count = (state: Month['state']): number => shown.filter((month) => month.state === state).length;
  const gaps = answer.gaps
    .filter(({ to }) => to >= first)
    .map(({ from, to }) => ({ from: from < first ? first : from, to }))
    .reverse();
  const sentence = ({ from, to }: { from: string; to: string }): string =>
    from === to ? t.gapOne(monthText(from, locale)) : t.gapMany(monthText(from, locale), monthText(to, locale), monthsFromTo(from, to));
  return (
    <>
      <p>{t.counts(count('strong'), count('weak'), count('empty'))}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wide on a phone: it must scroll by keyboard too */}
      <section className="table-box" aria-label={t.grid} tabIndex={0}>
        <table className="grid">
          <caption className="visually-hidden">{t.gridCaption(t.subjects[answer.subject])}</caption>
          <thead>
            <tr>
              <th scope="col">{t.year}</th>
              {MONTHS.map((month) => (
                <th scope="col" key={month}>
                  <abbr title={monthName(month, locale)}>{monthName(month, locale, 'short').replace('.', '')}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {gridRows(years).map(({ year, months }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {months.map((month, at) =>
                  month ? (
                    <td key={month.month}>
                      <button
                        type="button"
                        className={`cell cell-${month.state}`}
                        onClick={() => setOpened(month)}
                        aria-label={t.cell(monthText(month.month, locale), t.states[month.state], month.papers.length)}
                      >
                        {t.letters[month.state]}
                      </button>
                    </td>
                  ) : (
                    <td key={`none-${MONTHS[at]}`}>
                      <span className="visually-hidden">{t.outside}</span>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="small quiet">{t.legend}</p>
      <h3>{t.gaps}</h3>
      {gaps.length ? (
        <>
          <ul>
            {gaps.slice(0, SHOWN_GAPS).map((gap) => (
              <li key={gap.from}>{sentence(gap)}</li>
            ))}
          </ul>
          {gaps.length > SHOWN_GAPS ? (
            <details className="explained">
              <summary>{t.earlierGaps}</summary>
              <ul>
                {gaps.slice(SHOWN_GAPS).map((gap) => (
                  <li key={gap.from}>{sentence(gap)}</li>
                ))}
              </ul>
            </details>
          ) : null}
        </>
      ) : (
        <p>{t.noGap}</p>
      )}
      {opened ? <MonthPapers month={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

function MonthPapers({ month, onClose }: { month: Month; onClose: () => void }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.papers;
  return (
    <Dialog title={t.papersOf(monthText(month.month, locale))} onClose={onClose}>
      {month.papers.length ? (
        <ul className="list">
          {month.papers.map(({ id, docType, drawnUpOn, label, grade }) => (
            <li key={id} className="line">
              <span>
                <Link to={`/documents/${id}`} onClick={onClose}>
                  {rules.document(docType)}
                </Link>
                {label ? `, ${label}` : ''} · {shortDay(drawnUpOn, locale)}
              </span>
              <span className="quiet">{grade ? rules.term(`grade.${grade}`) : t.gradeNone}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t.noPaperIn}</p>
      )}
    </Dialog>
  );
}
