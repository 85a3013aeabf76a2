import type { Integration } from '@permanence/contracts';
import { useState, type ReactNode } from 'react';
import { useRead } from '../api/hooks.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, shortDay } from '../ui/days.ts';
import { Badge, FactList, Ready, Section, type Tone } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';
import { IntegrationForm } from './integration-form.tsx';

const TONE: Record<Integration['milestones'][number]['state'], Tone> = { met: 'good', behind: 'danger', 'to-do': 'info', unknown: 'quiet' };

/** The integration contract of a person: what they undertook, how far they are, and the steps to come. */
export function IntegrationPanel({ personId }: { personId: string }) {
  const { words } = useWords();
  const t = words.integration;
  const answer = useRead<Integration>(`persons/${personId}/integration`);
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title={t.title}
      actions={
        editing || !answer.data ? null : (
          <button type="button" className="btn" onClick={() => setEditing(true)}>
            {answer.data.version ? words.common.edit : t.record}
          </button>
        )
      }
    >
      <p className="quiet">{t.intro}</p>
      <Ready of={answer}>
        {(contract) =>
          editing ? (
            <IntegrationForm contract={contract} onDone={() => setEditing(false)} />
          ) : (
            <>
              {contract.version ? <Facts contract={contract} /> : <p className="empty">{t.none}</p>}
              <Milestones contract={contract} />
            </>
          )
        }
      </Ready>
    </Section>
  );
}

function Facts({ contract }: { contract: Integration }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.integration;
  const day = (on: string | null): ReactNode => (on ? dayText(on, locale) : words.form.unknown);
  const hours = (n: number | null): ReactNode => (n === null ? words.form.unknown : t.hours(n));
  const { languagePrescribed: prescribed } = contract;
  const lines: [string, ReactNode][] = [
    [t.status, contract.cirStatus ? rules.answer('cirStatus', contract.cirStatus) : t.statusUnknown],
    [t.signedOn, day(contract.signedOn)],
    [t.civicDays, contract.civicDays === null ? words.form.unknown : t.ofFour(contract.civicDays)],
    [t.languagePrescribed, prescribed === null ? words.form.unknown : prescribed ? words.form.yes : words.form.no],
    ...(prescribed
      ? ([
          [t.languageHours, hours(contract.languageHours)],
          [t.languageHoursAttended, hours(contract.languageHoursAttended)],
        ] as [string, ReactNode][])
      : []),
    ...(contract.terminationNoticeOn
      ? ([
          [t.terminationNoticeOn, day(contract.terminationNoticeOn)],
          [t.observationsSentOn, day(contract.observationsSentOn)],
        ] as [string, ReactNode][])
      : []),
  ];
  return <FactList lines={lines} />;
}

function Milestones({ contract: { milestones, version } }: { contract: Integration }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.integration;
  if (!milestones.length) return version ? <p className="empty">{t.noMilestones}</p> : null;
  return (
    <Table
      caption={t.milestones}
      cards
      rows={milestones}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: 'what',
          label: t.milestone,
          cell: ({ id, confidence, legalBasis }) => (
            <>
              {rules.clock(id)}
              <br />
              <span className="small quiet">{confidence === 'low' ? t.objective : legalBasis.join(' ; ')}</span>
            </>
          ),
        },
        { key: 'on', label: t.on, cell: ({ on }) => <span className="nowrap">{shortDay(on, locale)}</span> },
        { key: 'state', label: t.standing, cell: ({ state }) => <Badge tone={TONE[state]}>{t.states[state]}</Badge> },
      ]}
    />
  );
}
