import type { MailRow } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/words.ts';
import { shortInstant } from '../ui/days.ts';
import { Page } from '../ui/page.tsx';
import { ResourceList } from '../ui/resource-list.tsx';

export default function MailboxList() {
  const { words, locale } = useWords();
  const t = words.mailbox;
  return (
    <Page title={t.title} docTitle={t.docTitle} intro={<p>{t.intro}</p>}>
      <ResourceList<MailRow>
        resource="mailbox"
        caption={t.caption}
        search={t.search}
        sort={{ field: 'createdAt', order: 'DESC' }}
        columns={[
          {
            key: 'subject',
            label: t.subject,
            sort: 'subject',
            cell: (m) => (
              <Link to={`/mailbox/${m.id}`} dir="auto">
                {m.subject}
              </Link>
            ),
          },
          { key: 'recipient', label: t.recipient, sort: 'recipient', cell: (m) => m.recipient },
          { key: 'at', label: t.at, sort: 'createdAt', cell: (m) => <span className="nowrap">{shortInstant(m.createdAt, locale)}</span> },
        ]}
        empty={<p>{t.empty}</p>}
      />
    </Page>
  );
}
