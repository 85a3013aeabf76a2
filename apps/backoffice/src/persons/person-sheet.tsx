import { IntegrationPanel } from '../integration/integration-panel.tsx';
import { useWords } from '../i18n/words.ts';
import { Contacts } from './contacts.tsx';
import { Household } from './household.tsx';
import { Identity } from './identity.tsx';
import { Permits } from './permits.tsx';
import { PersonDossiers } from './person-dossiers.tsx';
import { PersonFrame } from './person-frame.tsx';

export default function PersonSheet() {
  const { words } = useWords();
  return (
    <PersonFrame docTitle={words.persons.sheet}>
      {(person) => (
        <div className="columns">
          <div>
            <PersonDossiers person={person} />
            <Identity person={person} />
            <Permits personId={person.id} />
            <IntegrationPanel personId={person.id} />
          </div>
          <div>
            <Contacts personId={person.id} />
            <Household personId={person.id} />
          </div>
        </div>
      )}
    </PersonFrame>
  );
}
