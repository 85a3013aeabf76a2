import { Link } from 'react-router-dom';
import { DossierFrame } from '../dossiers/dossier-frame.tsx';
import { useWords } from '../i18n/words.ts';
import { MessagePreviewer } from './message-preview.tsx';

/** Every message, with the dates of one dossier and what its person agreed to. */
export default function DossierMessagesPage() {
  const { words } = useWords();
  const t = words.messages;
  return (
    <DossierFrame docTitle={t.ofDossier}>
      {({ id }) => (
        <>
          <p className="back">
            <Link to={`/dossiers/${id}/reminders`}>
              <span aria-hidden="true">← </span>
              {t.backToReminders}
            </Link>
          </p>
          <p className="quiet">{t.intro}</p>
          <MessagePreviewer dossierId={id} />
        </>
      )}
    </DossierFrame>
  );
}
