import {
  AcknowledgeRiskRequest,
  INTERPRETERS,
  LANGUAGES,
  LAWYER_ANSWERS,
  RISK_DECISIONS,
  type Colleague,
  type Dossier,
  type DossierRisk,
  type Page as PageOf,
} from '@permanence/contracts';
import { useNotify } from 'react-admin';
import { useChange, useMe, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { languageName } from '../ui/countries.ts';
import { today, typedDay } from '../ui/days.ts';
import { Actions, DayField, Radios, Select, Summary, Tick } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

/** The person's answer, once the text was read out. */
export function RiskForm({ dossier, state }: { dossier: Dossier; state: DossierRisk }) {
  const { words, locale } = useWords();
  const t = words.risk;
  const me = useMe();
  const notify = useNotify();
  const team = useRead<PageOf<Colleague>>('colleagues');
  const save = useChange((request: AcknowledgeRiskRequest) =>
    api.post<DossierRisk>(`dossiers/${dossier.id}/risk-acknowledgements`, request),
  );
  const entry = useEntry({
    initial: {
      explainedById: '',
      explainedOn: typedDay(today()),
      spokenLanguage: '',
      interpreter: dossier.person.needsInterpreter === false ? 'not-needed' : '',
      understood: false,
      lawyer: '',
      decision: '',
      signedOnPaper: false,
    },
    send: async (values) => {
      const reading = new Reading(words);
      await save.mutateAsync(
        reading.done(AcknowledgeRiskRequest, {
          explainedById: values.explainedById || null,
          explainedOn: reading.neededDay('explainedOn', values.explainedOn),
          spokenLanguage: values.spokenLanguage,
          interpreter: values.interpreter,
          decision: values.decision,
          understood: values.understood,
          lawyer: values.lawyer || null,
          signedOnPaper: values.signedOnPaper,
          textLanguage: state.text.language,
          textVersion: state.text.version,
        }),
      );
      notify(t.saved, { type: 'success' });
    },
  });
  const others = (team.data?.data ?? []).filter(({ id }) => id !== me?.id);
  return (
    <Section title={t.answerTitle}>
      <form onSubmit={entry.submit} noValidate>
        <Summary
          entry={entry}
          labels={{
            explainedById: t.explainedBy,
            explainedOn: t.explainedOn,
            spokenLanguage: t.spokenLanguage,
            interpreter: t.interpreter,
            understood: t.understood,
            lawyer: t.lawyer,
            decision: t.decision,
            textVersion: t.toRead,
          }}
        />
        <Select
          entry={entry}
          name="explainedById"
          label={t.explainedBy}
          empty={t.me}
          options={others.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        />
        <DayField entry={entry} name="explainedOn" label={t.explainedOn} required />
        <Select
          entry={entry}
          name="spokenLanguage"
          label={t.spokenLanguage}
          required
          options={LANGUAGES.map((code) => ({ value: code, label: languageName(code, locale) }))}
        />
        <Radios
          entry={entry}
          name="interpreter"
          label={t.interpreter}
          required
          inline
          options={INTERPRETERS.map((value) => ({ value, label: t.interpreters[value] }))}
        />
        <Tick entry={entry} name="understood" label={t.understood} />
        {state.risk?.lawyerFirst ? (
          <Radios
            entry={entry}
            name="lawyer"
            label={t.lawyer}
            required
            inline
            options={LAWYER_ANSWERS.map((value) => ({ value, label: t.lawyers[value] }))}
          />
        ) : null}
        <Radios
          entry={entry}
          name="decision"
          label={t.decision}
          required
          options={RISK_DECISIONS.map((value) => ({ value, label: t.decisions[value] }))}
        />
        <Tick entry={entry} name="signedOnPaper" label={t.signed} />
        <Actions busy={entry.busy} label={t.save} />
      </form>
    </Section>
  );
}
