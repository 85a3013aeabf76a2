import { systemActor } from '@permanence/contracts';
import {
  anAssociation,
  appContext,
  createPerson,
  newId,
  testDatabase,
  type AppContext,
  type TestAssociation,
  type TestDatabase,
} from '@permanence/testing';
import pg from 'pg';

/** Each was read line by line; one more needs the same reading and its name here. */
const REVIEWED_DEFINERS = [
  'answer_link_of permanence_signin',
  'calendar_feed_owner permanence_signin',
  'due_reminders permanence_relay',
  'every_association permanence_relay',
  'installation_is_empty permanence_signin',
  'outbox_claim permanence_relay',
  'outbox_close permanence_relay',
  'reminder_association permanence_relay',
  'sign_in_candidates permanence_signin',
];
/** Known before any association is, and holding nothing of one. */
const WITHOUT_ASSOCIATION = ['_prisma_migrations', 'association', 'heartbeat', 'session'];

describe('what the database itself refuses', () => {
  let db: TestDatabase;
  let app: AppContext;
  let here: TestAssociation;
  let there: TestAssociation;
  let personHere: string;
  beforeAll(async () => {
    db = await testDatabase();
    app = appContext(db.database);
    here = await anAssociation(app, 'Ici');
    there = await anAssociation(app, 'Ailleurs');
    const person = { givenName: 'Samira', familyName: 'Essai', languages: [], notADuplicate: true };
    personHere = (await createPerson(app, here.users.volunteer.actor, person)).id;
  });
  afterAll(() => db.drop());

  /** The application's own connection with a caller set by hand: what a query without any filter of the service would see. */
  const unfiltered = async <T extends pg.QueryResultRow>(
    caller: Record<string, string>,
    sql: string,
    values: unknown[] = [],
  ): Promise<T[]> => {
    const client = new pg.Client({ connectionString: db.appUrl });
    await client.connect();
    try {
      for (const [name, value] of Object.entries(caller)) await client.query('select set_config($1, $2, false)', [`app.${name}`, value]);
      return (await client.query<T>(sql, values)).rows;
    } finally {
      await client.end();
    }
  };
  const volunteer = (a: TestAssociation, profile: 'volunteer' | 'other-volunteer' = 'volunteer') => ({
    association_id: a.id,
    user_id: a.users[profile].id,
    scope: 'own',
  });

  describe('the catalogue', () => {
    it('gives the application a role that owns nothing and bypasses nothing', async () => {
      const [role] = await unfiltered<Record<string, boolean>>(
        {},
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
          exists (select from pg_class where relowner = r.oid) as owns,
          pg_has_role(current_user, 'permanence_signin', 'member') or pg_has_role(current_user, 'permanence_relay', 'member') as narrow
        from pg_roles r where rolname = current_user`,
      );
      expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: false, narrow: false });
    });
    it('enables and forces row-level security on every table, and every table but four carries its association', async () => {
      const tables = await db.asSuperuser<{ relname: string; secured: boolean; scoped: boolean }>(
        `select c.relname, c.relrowsecurity and c.relforcerowsecurity as secured,
          exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'association_id' and a.attnotnull) as scoped
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
      );
      expect(tables.length).toBeGreaterThan(25);
      expect(
        tables
          .filter((t) => !t.scoped)
          .map((t) => t.relname)
          .sort(),
      ).toEqual(WITHOUT_ASSOCIATION);
      expect(
        tables
          .filter((t) => !t.secured)
          .map((t) => t.relname)
          .sort(),
      ).toEqual(['_prisma_migrations', 'heartbeat', 'session']);
    });
    it('has no view, and no SECURITY DEFINER function but the reviewed ones', async () => {
      expect(
        await db.asSuperuser("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')"),
      ).toEqual([]);
      const definers = await db.asSuperuser<{ f: string; config: string[] }>(
        "select proname || ' ' || proowner::regrole as f, proconfig as config from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1",
      );
      expect(definers.map((d) => d.f)).toEqual(REVIEWED_DEFINERS);
      for (const { config } of definers) expect(config).toEqual(['search_path=pg_catalog, public']);
    });
    it('ties every reference between rows to their association', async () => {
      const loose = await db.asSuperuser(
        `select conrelid::regclass::text as t, conname from pg_constraint k
        where contype = 'f' and confrelid <> 'association'::regclass and connamespace = 'public'::regnamespace
          and not exists (select from pg_attribute a where a.attrelid = conrelid and a.attnum = any(conkey) and a.attname = 'association_id')`,
      );
      expect(loose).toEqual([]);
    });
    it('grants the application neither DDL, nor the change of what was recorded', async () => {
      await expect(unfiltered({}, 'create table x (a int)')).rejects.toThrow(/permission denied/);
      await expect(unfiltered(volunteer(here), "update audit_event set action = 'x'")).rejects.toThrow(/permission denied/);
      await expect(unfiltered(volunteer(here), 'delete from audit_event')).rejects.toThrow(/permission denied/);
      await expect(unfiltered(volunteer(here), 'delete from reminder')).rejects.toThrow(/permission denied/);
    });
  });

  describe('a query without any filter of ours', () => {
    it('finds nothing without a caller', async () => {
      expect(await unfiltered({}, 'select id from person')).toEqual([]);
      expect(await unfiltered({ association_id: '' }, 'select id from app_user')).toEqual([]);
    });
    it('finds the person for the volunteer who registered them and for the coordinator', async () => {
      expect(await unfiltered(volunteer(here), 'select id from person')).toEqual([{ id: personHere }]);
      expect(await unfiltered({ association_id: here.id, scope: 'all' }, 'select id from person')).toEqual([{ id: personHere }]);
    });
    it('finds nothing for another volunteer, nor for another association whatever its scope', async () => {
      expect(await unfiltered(volunteer(here, 'other-volunteer'), 'select id from person')).toEqual([]);
      expect(await unfiltered({ association_id: there.id, scope: 'all' }, 'select id from person')).toEqual([]);
    });
    it('writes nothing into another association, nor under its people', async () => {
      const contact = 'insert into contact (id, association_id, person_id, channel, value) values ($1, $2, $3, $4, $5)';
      await expect(unfiltered(volunteer(there), contact, [newId(), here.id, personHere, 'phone', '0'])).rejects.toThrow(
        /row-level security/,
      );
      await expect(unfiltered(volunteer(there), contact, [newId(), there.id, personHere, 'phone', '0'])).rejects.toThrow(
        /row-level security|foreign key/,
      );
      await expect(
        unfiltered({ association_id: there.id, scope: 'all' }, contact, [newId(), there.id, personHere, 'phone', '0']),
      ).rejects.toThrow(/foreign key/);
      expect(await db.asSuperuser('select 1 from contact')).toEqual([]);
    });
    it('finds an acknowledged risk with its dossier only, and changes it for nobody', async () => {
      const [dossier, volunteerId] = [newId(), here.users.volunteer.id];
      await db.asSuperuser(
        `insert into dossier (id, association_id, person_id, reference, stage, opened_on, created_by_id)
         values ($1, $2, $3, 'D-2026-9001', 'access', '2026-11-21', $4)`,
        [dossier, here.id, personHere, volunteerId],
      );
      await db.asSuperuser("insert into dossier_member (id, association_id, dossier_id, user_id, kind) values ($1, $2, $3, $4, 'holder')", [
        newId(),
        here.id,
        dossier,
        volunteerId,
      ]);
      const row = `insert into risk_acknowledgement (id, association_id, dossier_id, basis, explained_by_id, explained_on, spoken_language,
           interpreter, decision, understood, strength, risk, rules_version, text_version, text_language, text_lines, created_by_id)
         values ($1, $2, $3, 'aes-l435-1', $4, '2026-11-20', 'fr', 'not-needed', 'go-on', true, 'discretionary', 'very-high', '1', '1', 'fr', '[]', $4)`;
      // Nobody adds one to a dossier they may not open.
      await expect(unfiltered(volunteer(here, 'other-volunteer'), row, [newId(), here.id, dossier, volunteerId])).rejects.toThrow(
        /row-level security/,
      );
      await unfiltered(volunteer(here), row, [newId(), here.id, dossier, volunteerId]);
      const read = 'select decision from risk_acknowledgement';
      expect(await unfiltered(volunteer(here), read)).toEqual([{ decision: 'go-on' }]);
      expect(await unfiltered({ association_id: here.id, scope: 'all' }, read)).toEqual([{ decision: 'go-on' }]);
      expect(await unfiltered(volunteer(here, 'other-volunteer'), read)).toEqual([]);
      expect(await unfiltered({ association_id: there.id, scope: 'all' }, read)).toEqual([]);
      await expect(unfiltered(volunteer(here), "update risk_acknowledgement set decision = 'declined'")).rejects.toThrow(
        /permission denied/,
      );
      await expect(unfiltered(volunteer(here), 'delete from risk_acknowledgement')).rejects.toThrow(/permission denied/);
    });
    it('changes no row of another volunteer', async () => {
      await unfiltered(volunteer(here, 'other-volunteer'), "update person set given_name = 'Volé'");
      expect(await db.asSuperuser('select given_name from person')).toEqual([{ given_name: 'Samira' }]);
    });
  });

  it('keeps two associations apart over thousands of interleaved reads on one pool, with roll-backs among them', async () => {
    const names = async (associationId: string) =>
      (await app.database.read(systemActor(associationId), (r) => r.users.colleagues())).map((c) => c.displayName);
    const expected = new Map([here, there].map((a) => [a.id, a === here ? 'Ici' : 'Ailleurs']));
    const wrong: string[] = [];
    await Promise.all(
      Array.from({ length: 2_000 }, async (_, i) => {
        const id = (i % 3 ? here : there).id;
        if (i % 50 === 0)
          await app.database
            .transaction(systemActor(id), async (r) => {
              await r.persons.nextReference('2026-11-21' as never);
              throw new Error('undo');
            })
            .catch(() => undefined);
        for (const name of await names(id)) if (!name.endsWith(expected.get(id) ?? '?')) wrong.push(name);
      }),
    );
    expect(wrong).toEqual([]);
    expect(await db.asSuperuser('select person_counter from association order by person_counter')).toEqual([
      { person_counter: 0 },
      { person_counter: 1 },
    ]);
  });

  it('rolls the whole of a transaction back', async () => {
    const actor = here.users.coordinator.actor;
    const attempt = app.database.transaction(actor, async (r) => {
      await r.permanences.create({ id: newId(), place: 'Nulle part', heldOn: '2026-11-21' });
      throw new Error('undo');
    });
    await expect(attempt).rejects.toThrow('undo');
    expect(await db.asSuperuser('select 1 from permanence')).toEqual([]);
  });

  it('tells sign-in nothing but the accounts of one exact address', async () => {
    const rows = await unfiltered<{ email: string }>({}, "select email from sign_in_candidates('VOLUNTEER@ici.invalid')");
    expect(rows).toEqual([{ email: 'volunteer@ici.invalid' }]);
    expect(await unfiltered({}, "select email from sign_in_candidates('%')")).toEqual([]);
  });
});
