import type { Mail } from '@permanence/contracts';
import { useParams } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { shortInstant } from '../ui/days.ts';
import { FactList, Page, ReadyPage, Section } from '../ui/page.tsx';

/** One message as a mail program reads it. Its HTML is shown in a frame that may run nothing and fetch nothing. */
export default function MailPage() {
  const { words, locale } = useWords();
  const t = words.mailbox;
  const { id = '' } = useParams();
  const mail = useRead<Mail>(`mailbox/${id}`);
  return (
    <ReadyPage of={mail} docTitle={t.message}>
      {(m) => (
        <Page title={<bdi>{m.subject}</bdi>} docTitle={t.message} back={{ to: '/mailbox', label: t.back }}>
          <Section title={t.text}>
            <FactList
              lines={[
                [t.from, m.from],
                [t.to, m.recipient],
                [t.at, shortInstant(m.createdAt, locale)],
              ]}
            />
            <p className="written panel" dir="auto">
              {m.text}
            </p>
          </Section>
          {m.html ? (
            <Section title={t.html}>
              <iframe className="mail-frame" sandbox="" srcDoc={m.html} title={t.htmlTitle} />
            </Section>
          ) : null}
          <Section title={t.headers}>
            <details className="explained">
              <summary>{t.headers}</summary>
              <FactList lines={m.headers.map(({ name, value }) => [name, value] as const)} />
            </details>
          </Section>
        </Page>
      )}
    </ReadyPage>
  );
}
