import type { PersonRow } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/words.ts';
import { countryName } from '../ui/countries.ts';
import { shortDay } from '../ui/days.ts';
import { Page } from '../ui/page.tsx';
import { ResourceList } from '../ui/resource-list.tsx';

export default function PersonList() {
  const { words, locale } = useWords();
  const t = words.persons;
  return (
    <Page
      title={t.title}
      docTitle={t.docTitle}
      intro={<p>{t.intro}</p>}
      actions={
        <Link className="btn btn-main" to="/persons/create">
          {t.create}
        </Link>
      }
    >
      <ResourceList<PersonRow>
        resource="persons"
        caption={t.caption}
        search={t.search}
        searchHint={t.searchHint}
        sort={{ field: 'familyName', order: 'ASC' }}
        columns={[
          {
            key: 'name',
            label: t.name,
            sort: 'familyName',
            cell: (p) => (
              <Link to={`/persons/${p.id}`}>
                {p.familyName.toLocaleUpperCase('fr')} {p.givenName}
              </Link>
            ),
          },
          { key: 'reference', label: t.reference, sort: 'reference', cell: (p) => <span className="nowrap">{p.reference}</span> },
          { key: 'birth', label: t.birth, cell: (p) => (p.birthOn ? <span className="nowrap">{shortDay(p.birthOn, locale)}</span> : '—') },
          { key: 'nationality', label: t.nationality, cell: (p) => (p.nationality ? countryName(p.nationality, locale) : '—') },
          { key: 'dossiers', label: t.dossiers, cell: (p) => p.dossierCount },
        ]}
        empty={
          <>
            <p>
              {t.empty} {t.emptyHelp}
            </p>
            <p>
              <Link className="btn" to="/persons/create">
                {t.create}
              </Link>
            </p>
          </>
        }
      />
    </Page>
  );
}
