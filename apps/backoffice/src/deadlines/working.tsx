import type { DeadlineWorking } from '@permanence/contracts';
import { isDepartement, isIsoDate, sayDay, sayMoment, territoryOf } from '@permanence/rules';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { isOfParis, onParisClock } from '../ui/days.ts';
import { Badge } from '../ui/page.tsx';
import { LeftBadge, toneOf } from './left.tsx';

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
  minutesLeft: number | null;
  /** What the rules were given; absent in a preview. */
  facts?: Record<string, unknown>;
  running: string;
  confidence: string;
}

interface Given {
  departement?: string | null;
  measureDepartement?: string | null;
  limitPrintedOnLetter?: { amount: number; unit: 'hours' | 'days' | 'months' } | null;
}
const given = (facts: Record<string, unknown> | undefined): Given => (facts?.['facts'] ?? {}) as Given;
/** The limit that the letter itself announces, kept beside ours. */
const printedLimit = (facts: Record<string, unknown> | undefined) => given(facts).limitPrintedOnLetter ?? null;
/** The rules say themselves when the letter announces something else. */
const ABOUT_LETTER = /^(letter-|two-days-printed|asylum-pact-follow-letter)/;
const differs = ({ steps, warnings }: DeadlineWorking): boolean =>
  [...steps, ...warnings].some(({ code }) => ABOUT_LETTER.test(code) && !/^letter-(collected|never-collected|worst-case)/.test(code));

/** Whose clock a limit in hours is read on: the place where it runs. */
const placeOf = ({ expiresAt, facts }: Dates, { deadlines: t }: Words): string => {
  if (!expiresAt || isOfParis(expiresAt)) return t.parisClock;
  const { measureDepartement, departement } = given(facts);
  const place = [measureDepartement, departement].find(isDepartement);
  return t.placeClock(place ? t.territories[territoryOf(place)] : expiresAt.slice(-6));
};

/** The day to work with, large; then the legal last day and what is left of it. */
export function DayCard({ dates, title, working }: { dates: Dates; title: string; working?: DeadlineWorking }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines;
  const day = (on: string): string => (isIsoDate(on) ? sayDay(on, locale) : on);
  const left = toneOf(dates);
  const tone = left === 'quiet' ? 'info' : left;
  const printed = printedLimit(dates.facts);
  return (
    <div className={`daycard daycard-${tone}`}>
      <p className="daycard-title">{title}</p>
      {dates.expiresAt ? (
        <>
          <p className="quiet">{t.hours}</p>
          <p className="bigday">{sayMoment(dates.expiresAt, locale)}</p>
          <p>
            {placeOf(dates, words)}
            {isOfParis(dates.expiresAt) ? null : ` ; ${t.inParis(sayMoment(onParisClock(dates.expiresAt), locale))}`}. {t.hoursHelp}
          </p>
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
        <LeftBadge of={dates} />
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
        {printed ? (
          <div className="fact">
            <dt>{t.letterPrints}</dt>
            <dd>
              {t.letterAmount(printed.amount, t.printedUnits[printed.unit])}
              {working ? (
                <> {differs(working) ? <Badge tone="warn">{t.letterDiffers}</Badge> : <span className="quiet">({t.letterAgrees})</span>}</>
              ) : null}
            </dd>
          </div>
        ) : null}
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
