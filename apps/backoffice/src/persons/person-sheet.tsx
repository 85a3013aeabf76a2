import { useWords } from '../i18n/words.ts';
import { Contacts } from './contacts.tsx';
import { Household } from './household.tsx';
import { Identity } from './identity.tsx';
import { PersonFrame } from './person-frame.tsx';

export default function PersonSheet() {
  const { words } = useWords();
  return (
    <PersonFrame docTitle={words.persons.sheet}>
      {(person) => (
        <>
          <div className="columns">
            <Identity person={person} />
            <Contacts personId={person.id} />
          </div>
          <Household personId={person.id} />
        </>
      )}
    </PersonFrame>
  );
}
