import { addContact, addHouseholdLink, createPermanence, createPerson } from '@permanence/application';
import type { Contact, Permanence, Person } from '@permanence/contracts';
import type { TestAssociation } from '@permanence/testing';
import { twoAssociations, type TestServer } from '../server.ts';

/** What the rows of the matrix are tried on: two associations, and things the first one's first volunteer holds. */
export interface World {
  server: TestServer;
  here: TestAssociation;
  there: TestAssociation;
  unique(): string;
  aPerson(): Promise<Person>;
  aContact(): Promise<Contact>;
  aPermanence(): Promise<Permanence>;
  aHouseholdLink(): Promise<{ id: string }>;
}

export async function makeWorld(server: TestServer): Promise<World> {
  const [here, there] = await twoAssociations(server.context);
  const volunteer = here.users.volunteer.actor;
  let count = 0;
  const unique = (): string => {
    count += 1;
    return `n${count}`;
  };
  const world: World = {
    server,
    here,
    there,
    unique,
    aPerson: () =>
      createPerson(server.context, volunteer, {
        givenName: 'Essai',
        familyName: `Personne ${unique()}`,
        languages: [],
        notADuplicate: true,
      }),
    aContact: async () =>
      addContact(server.context, volunteer, {
        personId: (await world.aPerson()).id,
        channel: 'email',
        value: `${unique()}@personne.invalid`,
        safety: 'unknown',
      }),
    aPermanence: () => createPermanence(server.context, volunteer, { place: `Salle ${unique()}`, heldOn: '2026-11-20' as never }),
    aHouseholdLink: async () => {
      const [a, b] = [await world.aPerson(), await world.aPerson()];
      const [link] = await addHouseholdLink(server.context, volunteer, { id: a.id, otherPersonId: b.id, kind: 'partner' });
      if (!link) throw new Error('no link was made');
      return link;
    },
  };
  return world;
}
