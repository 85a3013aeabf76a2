import '@fontsource/noto-sans-arabic/arabic-400.css';
import '@fontsource/noto-sans-arabic/arabic-700.css';
import { SHEET_LANGUAGES, type Deadline, type DeadlineSheet, type SheetLanguage, type Person } from '@permanence/contracts';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { Notice, Page, Ready, ReadyPage } from '../ui/page.tsx';

/** One limit on one sheet of paper, in the language of whoever takes it home. */
export default function SheetPage() {
  const { words } = useWords();
  const { id = '' } = useParams();
  const t = words.sheet;
  const deadline = useRead<Deadline>(`deadlines/${id}`);
  return (
    <ReadyPage of={deadline} docTitle={t.docTitle}>
      {({ personId, dossierId }) => (
        <Page
          title={t.title}
          docTitle={t.docTitle}
          back={{ to: dossierId ? `/dossiers/${dossierId}` : `/persons/${personId}`, label: t.back }}
          intro={<p className="no-print">{t.intro}</p>}
        >
          <Body deadlineId={id} personId={personId} />
        </Page>
      )}
    </ReadyPage>
  );
}

function Body({ deadlineId, personId }: { deadlineId: string; personId: string }) {
  const { words } = useWords();
  const t = words.sheet;
  const person = useRead<Person>(`persons/${personId}`);
  const [chosen, setChosen] = useState<SheetLanguage | null>(null);
  const theirs = SHEET_LANGUAGES.find((one) => one === person.data?.preferredLanguage);
  const language = chosen ?? theirs ?? 'fr';
  return (
    <Ready of={person}>
      {() => (
        <>
          <div className="finder no-print">
            <div className="field">
              <label className="field-label" htmlFor="sheet-language">
                {t.language}
              </label>
              <select
                id="sheet-language"
                className="control"
                value={language}
                onChange={(event) => setChosen(event.target.value as SheetLanguage)}
              >
                {SHEET_LANGUAGES.map((value) => (
                  <option key={value} value={value}>
                    {t.languages[value]}
                  </option>
                ))}
              </select>
            </div>
            <button type="button" className="btn btn-main" onClick={() => window.print()}>
              {t.print}
            </button>
          </div>
          <Sheet deadlineId={deadlineId} language={language} />
        </>
      )}
    </Ready>
  );
}

function Sheet({ deadlineId, language }: { deadlineId: string; language: SheetLanguage }) {
  const { words } = useWords();
  const sheet = useRead<DeadlineSheet>(`deadlines/${deadlineId}/sheet?language=${language}`);
  return (
    <Ready of={sheet}>
      {({ title, day, lines, direction, reviewed }) => (
        <>
          {reviewed ? null : (
            <div className="no-print">
              <Notice tone="warn" title={words.sheet.notReviewed} />
            </div>
          )}
          <article className="paper" lang={language} dir={direction}>
            <h2>{title}</h2>
            <p className="paper-day">
              <bdi>{day.words}</bdi>
              <br />
              {/* Figures run left to right in every language. */}
              <span dir="ltr">{day.figures}</span>
              {day.hour ? <bdi> · {day.hour}</bdi> : null}
            </p>
            <dl>
              {lines.map(({ code, label, text, items }) => (
                <div key={code}>
                  <dt>{label}</dt>
                  <dd>
                    {text}
                    {items.length ? (
                      <ul>
                        {items.map((item) => (
                          <li key={item}>{item}</li>
                        ))}
                      </ul>
                    ) : null}
                  </dd>
                </div>
              ))}
            </dl>
          </article>
        </>
      )}
    </Ready>
  );
}
