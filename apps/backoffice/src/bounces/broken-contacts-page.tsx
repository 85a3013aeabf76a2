import type { BrokenContact } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { shortInstant } from '../ui/days.ts';
import { Page, ReadyPage } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';

/** Addresses nothing goes to any more. Repairing is done on the person's sheet, with the person. */
export default function BrokenContactsPage() {
  const { words, locale } = useWords();
  const t = words.bounces;
  const broken = useRead<BrokenContact[]>('broken-contacts');
  return (
    <ReadyPage of={broken} docTitle={t.docTitle}>
      {(list) => (
        <Page title={t.title} docTitle={t.docTitle} intro={<p>{t.intro}</p>}>
          <Table
            caption={t.title}
            rows={list}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'person',
                label: t.person,
                cell: (one) => (
                  <Link to={`/persons/${one.personId}`}>
                    {one.personName} ({one.personReference})
                  </Link>
                ),
              },
              { key: 'value', label: t.address, cell: (one) => one.value },
              { key: 'reason', label: t.why, cell: (one) => words.persons.brokenReasons[one.brokenReason] },
              { key: 'since', label: t.since, cell: (one) => shortInstant(one.brokenAt, locale) },
            ]}
            empty={<p>{t.none}</p>}
          />
        </Page>
      )}
    </ReadyPage>
  );
}
