import type { Dossier, DossierRisk, RiskStanding, RiskTextLanguage } from '@permanence/contracts';
import { RISK_TEXT_LANGUAGES } from '@permanence/contracts';
import { useState } from 'react';
import { useRead } from '../api/hooks.ts';
import { DossierFrame } from '../dossiers/dossier-frame.tsx';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { languageName } from '../ui/countries.ts';
import { dayText } from '../ui/days.ts';
import { Glossary } from '../ui/glossary.tsx';
import { Badge, Notice, Ready, Section, type Tone } from '../ui/page.tsx';
import { RiskForm } from './risk-form.tsx';

const TONE: Record<RiskStanding, Tone> = { 'not-needed': 'info', covered: 'good', missing: 'warn', declined: 'danger', changed: 'warn' };

/** What a request may bring about, in words to be read to the person, and what they answered. */
export default function RiskPage() {
  const { words } = useWords();
  return <DossierFrame docTitle={words.risk.docTitle}>{(dossier) => <Body dossier={dossier} />}</DossierFrame>;
}

function Body({ dossier }: { dossier: Dossier }) {
  const { words, locale } = useWords();
  const t = words.risk;
  const [language, setLanguage] = useState<RiskTextLanguage>(locale);
  const read = useRead<DossierRisk>(`dossiers/${dossier.id}/risk?language=${language}`);
  return (
    <>
      <p className="intro no-print">{t.intro}</p>
      <Ready of={read}>
        {(state) =>
          state.risk ? (
            <Explained dossier={dossier} state={state} language={language} onLanguage={setLanguage} />
          ) : (
            <p className="empty">{t.noBasis}</p>
          )
        }
      </Ready>
    </>
  );
}

function Explained({
  dossier,
  state,
  language,
  onLanguage,
}: {
  dossier: Dossier;
  state: DossierRisk;
  language: RiskTextLanguage;
  onLanguage: (language: RiskTextLanguage) => void;
}) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.risk;
  const { risk, standing, text } = state;
  if (!risk) return null;
  if (standing === 'not-needed')
    return (
      <>
        <Notice tone="info" title={t.none} />
        <History state={state} />
      </>
    );
  const reasons = risk.reasons.map((reason) => t.reasons[reason]);
  return (
    <>
      <div className="no-print">
        <Notice tone={TONE[standing]} title={t.standings[standing]} />
        <Section title={t.why}>
          <ul>
            {risk.reasons.map((reason) => (
              <li key={reason}>
                {t.reasons[reason]} {reason === 'bars' ? risk.bars.map((bar) => rules.title(bar)).join(', ') : ''}
              </li>
            ))}
          </ul>
          {risk.lawyerFirst ? (
            <Notice tone="danger" title={t.lawyerFirst}>
              <p>{t.lawyerFirstHelp}</p>
            </Notice>
          ) : null}
        </Section>
      </div>
      <Section
        title={t.toRead}
        actions={
          <button type="button" className="btn" onClick={() => window.print()}>
            {t.print}
          </button>
        }
      >
        <fieldset className="field no-print">
          <legend className="field-label">{t.textLanguage}</legend>
          <div className="choices choices-inline">
            {RISK_TEXT_LANGUAGES.map((code) => (
              <div key={code} className="choice">
                <input
                  type="radio"
                  id={`risk-text-${code}`}
                  name="risk-text"
                  checked={language === code}
                  onChange={() => onLanguage(code)}
                />
                <label htmlFor={`risk-text-${code}`}>{t.textLanguages[code]}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <div className="read-out" lang={text.language}>
          {text.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <p className="small quiet">{t.version(text.version)}</p>
        <p className="quiet no-print">{t.printHint}</p>
        <div className="only-print">
          {[t.sheetName, t.sheetDate, t.sheetBy, t.sheetSign].map((line) => (
            <p key={line} className="sign-line">
              {line}
            </p>
          ))}
        </div>
      </Section>
      <div className="no-print">
        {dossier.closedOn ? null : <RiskForm key={`${standing} ${state.acknowledgements.length}`} dossier={dossier} state={state} />}
        <History state={state} />
        <Glossary texts={[...reasons, ...text.lines]} />
      </div>
    </>
  );
}

function History({ state: { acknowledgements } }: { state: DossierRisk }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.risk;
  return (
    <Section title={t.history}>
      {acknowledgements.length ? (
        <ol className="list">
          {acknowledgements.map((one) => (
            <li key={one.id}>
              <p className="line">
                <strong>{t.by(one.explainedByName, dayText(one.explainedOn, locale))}</strong>
                <Badge tone={one.decision === 'go-on' ? 'good' : 'warn'}>{t.decisions[one.decision]}</Badge>
              </p>
              <p className="quiet">
                {rules.title(one.basis)},{' '}
                {t.in(languageName(one.spokenLanguage, locale).toLocaleLowerCase(locale), t.interpreters[one.interpreter])}
                {one.lawyer ? ` · ${t.lawyer} ${t.lawyers[one.lawyer]}` : ''}
                {one.signedOnPaper ? ` · ${t.signed}` : ''}
              </p>
              <details className="explained">
                <summary>{t.readText}</summary>
                <div className="explained-body" lang={one.textLanguage}>
                  {one.textLines.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                  <p className="small quiet">{t.version(one.textVersion)}</p>
                </div>
              </details>
            </li>
          ))}
        </ol>
      ) : (
        <p className="empty">{t.historyNone}</p>
      )}
    </Section>
  );
}
