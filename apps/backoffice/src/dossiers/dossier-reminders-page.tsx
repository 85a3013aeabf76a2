import type { Reminder } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { Ledger } from '../reminders/ledger.tsx';
import { Ready, Section } from '../ui/page.tsx';
import { DossierFrame } from './dossier-frame.tsx';

export default function DossierRemindersPage() {
  const { words } = useWords();
  return <DossierFrame docTitle={words.reminders.title}>{({ id }) => <Body dossierId={id} />}</DossierFrame>;
}

function Body({ dossierId }: { dossierId: string }) {
  const { words } = useWords();
  const reminders = useRead<Reminder[]>(`dossiers/${dossierId}/reminders`);
  return (
    <Section
      title={words.reminders.title}
      actions={
        <Link className="btn" to={`/dossiers/${dossierId}/messages`}>
          {words.messages.see}
        </Link>
      }
    >
      <p className="quiet">{words.reminders.intro}</p>
      <Ready of={reminders}>{(list) => <Ledger reminders={list} />}</Ready>
    </Section>
  );
}
