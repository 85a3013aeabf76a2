import type { Lead, ReminderPolicy } from '@permanence/contracts';
import { useState } from 'react';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { Badge, Page, ReadyPage, Section } from '../ui/page.tsx';
import { SureButton } from '../ui/sure.tsx';
import { PolicyForm } from './policy-form.tsx';

const leadSaid = (t: Words['policies'], lead: Lead): string => {
  switch (lead.at) {
    case 'days-before':
      return t.lead.days(lead.days);
    case 'months-before':
      return t.lead.months(lead.months);
    case 'hours-before':
      return t.lead.hours(lead.hours);
    case 'days-after':
      return t.lead.after(lead.days);
    default:
      return t.leads[lead.at];
  }
};

/** When and to whom the association writes, per kind of date, in plain words; each kind is changed on its own. */
export default function PoliciesPage() {
  const { words } = useWords();
  const t = words.policies;
  const policies = useRead<ReminderPolicy[]>('reminder-policies');
  const [edited, setEdited] = useState<string | null>(null);
  const reset = useChange(({ name, version }: ReminderPolicy) => api.post<ReminderPolicy>(`reminder-policies/${name}/reset`, { version }));
  return (
    <ReadyPage of={policies} docTitle={t.docTitle}>
      {(list) => (
        <Page
          title={t.title}
          docTitle={t.docTitle}
          intro={
            <>
              <p>{t.intro}</p>
              <p>{t.week}</p>
            </>
          }
        >
          {list.map((policy) => (
            <Section key={policy.name} title={t.names[policy.name]}>
              <p>
                <Badge tone={policy.isDefault ? 'quiet' : 'info'}>{policy.isDefault ? t.byDefault : t.own}</Badge>
              </p>
              {edited === policy.name ? (
                <PolicyForm policy={policy} onDone={() => setEdited(null)} />
              ) : (
                <>
                  <ul className="list">
                    {policy.steps.map((step) => (
                      <li key={`${step.id} ${step.audience} ${step.channel}`}>
                        {t.step(leadSaid(t, step.lead), t.audiences[step.audience], t.channels[step.channel])}
                      </li>
                    ))}
                  </ul>
                  <div className="actions">
                    <button
                      type="button"
                      className="btn"
                      aria-label={`${t.edit} : ${t.names[policy.name]}`}
                      onClick={() => setEdited(policy.name)}
                    >
                      {t.edit}
                    </button>
                    {policy.isDefault ? null : (
                      <SureButton
                        label={t.back}
                        describe={t.backOf(t.names[policy.name])}
                        question={t.backSure}
                        onSure={() => reset.mutateAsync(policy)}
                      />
                    )}
                  </div>
                </>
              )}
            </Section>
          ))}
        </Page>
      )}
    </ReadyPage>
  );
}
