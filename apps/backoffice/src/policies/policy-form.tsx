import {
  REMINDER_CHANNELS,
  SavePolicyRequest,
  STEP_AUDIENCES,
  toFieldProblems,
  type Lead,
  type PolicyStep,
  type ReminderPolicy,
} from '@permanence/contracts';
import { useState, type FormEvent } from 'react';
import { useNotify } from 'react-admin';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { ApiProblem, problemSentence } from '../api/problem.ts';
import { useWords } from '../i18n/words.ts';
import { Notice } from '../ui/page.tsx';
import { leadOf, numberOf, type LeadKind } from './leads.ts';

interface Draft {
  key: number;
  at: LeadKind;
  number: string;
  audience: PolicyStep['audience'];
  channel: PolicyStep['channel'];
  locked: boolean;
}
const LEADS: readonly LeadKind[] = ['once', 'opening', 'half-way', 'days-before', 'months-before', 'hours-before', 'days-after'];
const withNumber = (at: LeadKind): boolean => at.startsWith('days') || at.startsWith('months') || at.startsWith('hours');
const draftOf = (lead: Lead, rest: Pick<PolicyStep, 'audience' | 'channel'>, key: number, locked: boolean): Draft => ({
  ...rest,
  key,
  locked,
  at: lead.at,
  number: String(numberOf(lead) ?? ''),
});

/** The steps of one kind of date, one row each. What protects the person from a missed date can be seen and not taken out. */
export function PolicyForm({ policy, onDone }: { policy: ReminderPolicy; onDone: () => void }) {
  const { words, locale } = useWords();
  const t = words.policies;
  const notify = useNotify();
  const [steps, setSteps] = useState<Draft[]>(() => policy.steps.map((step, i) => draftOf(step.lead, step, i, step.locked)));
  const [problems, setProblems] = useState<readonly { field: string; message: string }[]>([]);
  const [general, setGeneral] = useState<string | null>(null);
  const save = useChange((request: SavePolicyRequest) => api.put<ReminderPolicy>(`reminder-policies/${policy.name}`, request));
  const change = (key: number, part: Partial<Draft>) => setSteps((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () =>
    setSteps((all) => [
      ...all,
      draftOf(
        policy.name === 'missed' ? { at: 'days-after', days: 2 } : { at: 'days-before', days: 5 },
        { audience: 'volunteer', channel: 'email' },
        Math.max(0, ...all.map((one) => one.key)) + 1,
        false,
      ),
    ]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (save.isPending) return;
    setProblems([]);
    setGeneral(null);
    const parsed = SavePolicyRequest.safeParse({
      version: policy.version,
      steps: steps.map(({ at, number, audience, channel }) => ({ lead: leadOf(at, number), audience, channel })),
    });
    if (!parsed.success) return setProblems(toFieldProblems(parsed.error.issues));
    try {
      await save.mutateAsync(parsed.data);
      notify(t.saved, { type: 'success' });
      onDone();
    } catch (error) {
      if (error instanceof ApiProblem && error.problems.length) setProblems(error.problems);
      else setGeneral(problemSentence(error, locale));
    }
  };
  const whole = [
    ...problems.filter(({ field }) => !field.startsWith('steps[')).map(({ message }) => message),
    ...(general ? [general] : []),
  ];
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {problems.length || general ? (
        <div role="alert">
          <Notice tone="danger" title={whole[0] ?? words.form.toCorrect} />
        </div>
      ) : null}
      {steps.map((step, i) => {
        const wrong = problems.filter(({ field }) => field === `steps[${i}]` || field.startsWith(`steps[${i}].`)).map((p) => p.message);
        const id = `${policy.name}-${step.key}`;
        return (
          <fieldset key={step.key} className={wrong.length ? 'panel field field-wrong' : 'panel field'}>
            <legend className="field-label">{t.stepLegend(i + 1)}</legend>
            {wrong.length ? (
              <p className="field-error" id={`${id}-wrong`}>
                {words.form.error} {wrong.join(' ')}
              </p>
            ) : null}
            {step.locked ? <p className="small quiet">{t.locked}</p> : null}
            <div className="field-row">
              <p className="field">
                <label className="field-label" htmlFor={`${id}-at`}>
                  {t.when}
                </label>
                <select
                  className="control"
                  id={`${id}-at`}
                  value={step.at}
                  disabled={step.locked}
                  aria-describedby={wrong.length ? `${id}-wrong` : undefined}
                  onChange={(event) => change(step.key, { at: event.target.value as LeadKind })}
                >
                  {LEADS.map((at) => (
                    <option key={at} value={at}>
                      {t.leads[at]}
                    </option>
                  ))}
                </select>
              </p>
              {withNumber(step.at) ? (
                <p className="field">
                  <label className="field-label" htmlFor={`${id}-number`}>
                    {t.number}
                  </label>
                  <input
                    id={`${id}-number`}
                    className="control control-short"
                    inputMode="numeric"
                    value={step.number}
                    disabled={step.locked}
                    onChange={(event) => change(step.key, { number: event.target.value })}
                  />
                </p>
              ) : null}
              <p className="field">
                <label className="field-label" htmlFor={`${id}-who`}>
                  {t.who}
                </label>
                <select
                  className="control"
                  id={`${id}-who`}
                  value={step.audience}
                  disabled={step.locked}
                  onChange={(event) => change(step.key, { audience: event.target.value as Draft['audience'] })}
                >
                  {STEP_AUDIENCES.map((who) => (
                    <option key={who} value={who}>
                      {t.audiences[who]}
                    </option>
                  ))}
                </select>
              </p>
              <p className="field">
                <label className="field-label" htmlFor={`${id}-how`}>
                  {t.how}
                </label>
                <select
                  className="control"
                  id={`${id}-how`}
                  value={step.channel}
                  disabled={step.locked}
                  onChange={(event) => change(step.key, { channel: event.target.value as Draft['channel'] })}
                >
                  {REMINDER_CHANNELS.map((how) => (
                    <option key={how} value={how}>
                      {t.channels[how]}
                    </option>
                  ))}
                </select>
              </p>
              {step.locked ? null : (
                <button
                  type="button"
                  className="btn btn-quiet"
                  aria-label={t.removeStep(i + 1)}
                  onClick={() => setSteps((all) => all.filter((one) => one.key !== step.key))}
                >
                  {words.common.remove}
                </button>
              )}
            </div>
          </fieldset>
        );
      })}
      <div className="actions">
        <button type="submit" className="btn btn-main" aria-disabled={save.isPending || undefined}>
          {save.isPending ? words.form.sending : t.save}
        </button>
        <button type="button" className="btn" onClick={add}>
          {t.add}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {words.form.cancel}
        </button>
      </div>
    </form>
  );
}
