import {
  createPermanence,
  fileChecks,
  hashPassword,
  localFileStore,
  newId,
  systemClock,
  type UploadContext,
} from '@permanence/application';
import { systemActor, type Actor, type Person, type Role } from '@permanence/contracts';
import { installationIsEmpty, openDatabase } from '@permanence/persistence';
import { isoDate } from '@permanence/rules';
import { Calendar, type DemoCase } from './case.ts';
import { casesLyon } from './cases-lyon.ts';
import { casesMarseille } from './cases-marseille.ts';
import { loadCase } from './load-case.ts';

export interface DemoSignIn {
  email: string;
  password: string;
  role: string;
  association: string;
}
interface Place {
  /** Of the application's login role. */
  appUrl: string;
  filesDir: string;
  filesKey: string;
}
const PASSWORD = 'bienvenue a la permanence';

interface Account {
  email: string;
  name: string;
  role: Role;
  restricted?: boolean;
}
const LYON: readonly Account[] = [
  { email: 'monique@rive.invalid', name: 'Monique Perrin', role: 'volunteer' },
  { email: 'paul@rive.invalid', name: 'Paul Garnier', role: 'volunteer' },
  { email: 'ines@rive.invalid', name: 'Inès Haddad', role: 'volunteer', restricted: true },
  { email: 'karim@rive.invalid', name: 'Karim Lefort', role: 'coordinator', restricted: true },
  { email: 'admin@rive.invalid', name: 'Claire Aubry', role: 'administrator' },
];
const MARSEILLE: readonly Account[] = [
  { email: 'lucie@port.invalid', name: 'Lucie Blanc', role: 'volunteer' },
  { email: 'hugo@port.invalid', name: 'Hugo Martin', role: 'volunteer' },
  { email: 'sarah@port.invalid', name: 'Sarah Vidal', role: 'coordinator', restricted: true },
  { email: 'admin@port.invalid', name: 'Théo Roux', role: 'administrator' },
];

async function loadAssociation(
  app: UploadContext,
  calendar: Calendar,
  association: { name: string; place: string; accounts: readonly Account[]; cases: DemoCase[] },
): Promise<DemoSignIn[]> {
  const id = newId();
  const passwordHash = await hashPassword(PASSWORD);
  const actors = await app.database.transaction(systemActor(id), async (r) => {
    await r.users.createAssociation(association.name, true);
    const made: Actor[] = [];
    for (const { email, name, role, restricted = false } of association.accounts) {
      const user = await r.users.create({
        id: newId(),
        email,
        displayName: name,
        role,
        restrictedPapers: restricted,
        language: 'fr',
        passwordHash,
      });
      made.push({ userId: user.id, associationId: id, role, restrictedPapers: restricted });
    }
    return made;
  });
  const coordinator = actors.find((a) => a.role === 'coordinator');
  if (!coordinator) throw new Error('an association of the demo needs a coordinator');
  const team = { volunteers: actors.filter((a) => a.role === 'volunteer'), coordinator };
  const { id: permanenceId } = await createPermanence(app, coordinator, { place: association.place, heldOn: calendar.today });
  const people = new Map<string, Person>();
  for (const demo of association.cases) await loadCase(app, { ...team, permanenceId }, calendar, demo, people);
  return association.accounts.map(({ email, role }) => ({ email, password: PASSWORD, role, association: association.name }));
}

const withDatabase = async <T>(appUrl: string, work: (database: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> => {
  const database = openDatabase(appUrl, 4);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};

/** Whether anybody has an account here: demo data go into an empty installation only. */
export const demoAlreadyLoaded = ({ appUrl }: Pick<Place, 'appUrl'>): Promise<boolean> =>
  withDatabase(appUrl, async (database) => !(await installationIsEmpty(database)));

/**
 * Two associations and about forty invented people, with dates relative to `today` (YYYY-MM-DD). Addresses end in `.invalid`.
 * @throws when a case is refused by a use case: the demo then shows something the product would not accept
 */
export const loadDemo = ({ appUrl, filesDir, filesKey, today }: Place & { today: string }): Promise<{ signIns: DemoSignIn[] }> =>
  withDatabase(appUrl, async (database) => {
    const app: UploadContext = { database, clock: systemClock, files: localFileStore(filesDir, filesKey), checks: fileChecks() };
    const calendar = new Calendar(isoDate(today));
    const lyon = { name: 'Accueil de la Rive (Lyon)', place: 'Maison des associations, Lyon', accounts: LYON, cases: casesLyon(calendar) };
    const marseille = {
      name: 'Droits au Port (Marseille)',
      place: 'Salle du Port, Marseille',
      accounts: MARSEILLE,
      cases: casesMarseille(calendar),
    };
    const loaded = await Promise.all([lyon, marseille].map((association) => loadAssociation(app, calendar, association)));
    app.checks.close();
    return { signIns: loaded.flat() };
  });
