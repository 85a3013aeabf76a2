import { LAW_IMPACT_MODES, LawImpactRequest, type ImpactChange, type LawImpactRow } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { dayText } from '../ui/days.ts';
import { DayField, Radios, Summary } from '../ui/fields.tsx';
import { Glossary } from '../ui/glossary.tsx';
import { Badge, Page, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { STATUS_TONE } from '../weighing/ground.tsx';
import { useImpact, type Impact } from './use-impact.ts';

/** For the coordinator: which open dossiers a change of the law, or of the rules, gives another answer. */
export default function LawImpactPage() {
  const { words } = useWords();
  const t = words.lawImpact;
  const { impact, run, stop } = useImpact();
  const entry = useEntry({
    initial: { mode: 'dates', from: '', to: '' },
    send: async ({ mode, from, to }) => {
      const reading = new Reading(words);
      const days = mode === 'dates' ? { from: reading.neededDay('from', from), to: reading.neededDay('to', to) } : {};
      await run(reading.done(LawImpactRequest, { mode, ...days }));
    },
  });
  return (
    <Page title={t.docTitle} docTitle={t.docTitle} intro={<p>{t.intro}</p>}>
      <form onSubmit={entry.submit} noValidate className="section">
        <Summary entry={entry} labels={{ mode: t.mode, from: t.from, to: t.to }} />
        <Radios entry={entry} name="mode" label={t.mode} options={LAW_IMPACT_MODES.map((value) => ({ value, label: t.modes[value] }))} />
        {entry.values.mode === 'dates' ? (
          <div className="form-grid">
            <DayField entry={entry} name="from" label={t.from} hint={t.fromHint} required />
            <DayField entry={entry} name="to" label={t.to} required />
          </div>
        ) : null}
        <div className="actions">
          <button type="submit" className="btn btn-main" aria-disabled={entry.busy || undefined}>
            {t.run}
          </button>
          {impact?.running ? (
            <button type="button" className="btn" onClick={stop}>
              {t.stop}
            </button>
          ) : null}
        </div>
      </form>
      {impact ? <Found impact={impact} /> : null}
    </Page>
  );
}

function Found({ impact }: { impact: Impact }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.lawImpact;
  const { running, stopped, done, total, unweighed, rows } = impact;
  return (
    <>
      <Section title={t.title}>
        <p aria-live="polite">
          {running ? t.running(done, total) : stopped ? t.stopped(done, total) : t.found(rows.length, total)}{' '}
          {unweighed ? t.unweighed(unweighed) : ''}
        </p>
        {running ? <progress className="interview-progress" max={Math.max(1, total)} value={done} aria-label={t.progress} /> : null}
        <ul className="list">
          {rows.map((row) => (
            <li key={row.dossierId}>
              <Row row={row} />
            </li>
          ))}
        </ul>
      </Section>
      <Glossary texts={rows.flatMap(({ changes }) => changes.map(({ basis }) => `${rules.title(basis)} ${rules.summary(basis) ?? ''}`))} />
    </>
  );
}

function Row({ row }: { row: LawImpactRow }) {
  const { words, locale } = useWords();
  const t = words.lawImpact;
  return (
    <>
      <p className="line">
        <Link to={`/dossiers/${row.dossierId}`}>
          {row.personName} ({row.reference})
        </Link>
        {row.touchesPursued ? <Badge tone="warn">{t.pursued}</Badge> : null}
      </p>
      <p className="small quiet">
        {t.holder} : {row.holders.join(', ') || t.nobody} ·{' '}
        {t.compared(dayText(row.before.onDate, locale), dayText(row.after.onDate, locale))}{' '}
        {row.before.rulesVersion === row.after.rulesVersion ? '' : t.rulesVersion(row.before.rulesVersion)}
      </p>
      <ul className="list situations">
        {row.changes.map((change) => (
          <li key={change.basis}>
            <Change change={change} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Change({ change }: { change: ImpactChange }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const [t, w] = [words.lawImpact, words.weighing];
  const { basis, before, after, cause, versionBefore, versionAfter, conditions } = change;
  return (
    <>
      <p className="line">
        <span>{rules.title(basis)}</span>
        <span className="line-end">
          {w.conditionStatus[before]} <span aria-hidden="true">→</span>
          <span className="visually-hidden">{w.became}</span>
          <Badge tone={STATUS_TONE[after]}>{w.conditionStatus[after]}</Badge>
        </span>
      </p>
      <p className="small">
        {t.because[cause]}{' '}
        {versionBefore && versionBefore !== versionAfter
          ? t.versions(dayText(versionBefore, locale), dayText(versionAfter, locale))
          : t.versionOne(dayText(versionAfter, locale))}
      </p>
      {conditions.length ? (
        <details className="explained">
          <summary>{w.whyChanged}</summary>
          <ul className="explained-body">
            {conditions.map(({ id, before: was, after: is, because }) => (
              <li key={id}>
                <strong>{rules.title(id)}</strong> : {was ? w.conditionStatus[was] : w.notThen} →{' '}
                {is ? w.conditionStatus[is] : w.notAnyMore}. {rules.reason(because.code, because.values)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
