import type { DeadlineWorking } from '@permanence/contracts';
import { isIsoDate, sayDay, sayMoment } from '@permanence/rules';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { Badge } from '../ui/page.tsx';

export interface Dates {
  ruleId: string;
  ruleVersion: string;
  termOn: string | null;
  lastDayOn: string | null;
  prudentOn: string | null;
  expiresAt: string | null;
  opensOn?: string | null;
  daysLeft: number;
  workingDaysLeft: number;
  running: string;
  confidence: string;
}

/** The day to work with, large; then the legal last day and what is left of it. */
export function DayCard({ dates, title }: { dates: Dates; title: string }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines;
  const day = (on: string): string => (isIsoDate(on) ? sayDay(on, locale) : on);
  const tone = dates.daysLeft < 0 ? 'danger' : dates.daysLeft <= 7 ? 'danger' : dates.daysLeft <= 30 ? 'warn' : 'info';
  return (
    <div className={`daycard daycard-${tone}`}>
      <p className="daycard-title">{title}</p>
      {dates.expiresAt ? (
        <>
          <p className="quiet">{t.hours}</p>
          <p className="bigday">{sayMoment(dates.expiresAt, locale)}</p>
        </>
      ) : dates.prudentOn ? (
        <>
          <p className="quiet">
            {t.prudent}. {t.prudentHelp}
          </p>
          <p className="bigday">{day(dates.prudentOn)}</p>
        </>
      ) : null}
      <p>
        <Badge tone={tone}>{t.daysLeft(dates.daysLeft, dates.workingDaysLeft)}</Badge>
      </p>
      <dl className="facts">
        {dates.lastDayOn ? (
          <div className="fact">
            <dt>{t.lastDay}</dt>
            <dd>
              {day(dates.lastDayOn)}, {t.lastDayHelp}
            </dd>
          </div>
        ) : null}
        {dates.opensOn ? (
          <div className="fact">
            <dt>{t.opens}</dt>
            <dd>{day(dates.opensOn)}</dd>
          </div>
        ) : null}
        <div className="fact">
          <dt>{t.confidence}</dt>
          <dd>{rules.clockWord(`confidence:${dates.confidence}`)}</dd>
        </div>
        {dates.running === 'normal' ? null : (
          <div className="fact">
            <dt>{t.running}</dt>
            <dd>{rules.clockWord(`running:${dates.running}`)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

/** How a day was found, in words: each step, the court, the texts, the warnings, what would still change it. */
export function Working({ working, dates, open = false }: { working: DeadlineWorking; dates?: Dates; open?: boolean }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines;
  const todo = dates ? rules.todo(dates.ruleId) : null;
  const { court } = working;
  return (
    <div className="working">
      {todo ? <p>{todo}</p> : null}
      {working.warnings.length ? (
        <div className="notice notice-warn">
          <p className="notice-title">
            <span aria-hidden="true">! </span>
            {t.warnings}
          </p>
          <ul>
            {working.warnings.map((warning, at) => (
              <li key={`${warning.code}-${at}`}>{rules.coded(warning)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {court ? (
        <p>
          {t.court} : <strong>{[rules.clockWord(`court:${court.kind}`), court.name].filter(Boolean).join(' · ')}</strong>
        </p>
      ) : null}
      <details className="explained" open={open}>
        <summary>{working.steps.length ? t.steps : t.working}</summary>
        <div className="explained-body">
          <ol>
            {working.steps.map((step, at) => (
              <li key={`${step.code}-${at}`}>{rules.coded(step)}</li>
            ))}
          </ol>
          {dates?.termOn && isIsoDate(dates.termOn) ? (
            <p>
              {t.term} : {sayDay(dates.termOn, locale)}
            </p>
          ) : null}
          {working.legalBasis.length ? (
            <p>
              {t.legalBasis} : {working.legalBasis.join(' ; ')}
            </p>
          ) : null}
          {dates ? <p className="small quiet">{t.ruleVersion(dates.ruleId, dates.ruleVersion)}</p> : null}
        </div>
      </details>
      {working.missingFacts.length ? (
        <details className="explained">
          <summary>{t.missing}</summary>
          <ul className="explained-body">
            {working.missingFacts.map((fact) => (
              <li key={fact}>{t.facts[fact] ?? fact}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
