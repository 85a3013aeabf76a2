import { systemActor, type Actor, type LikelyDuplicate } from '@permanence/contracts';
import { searchWords } from '@permanence/persistence';
import type { AppContext } from '../support/app-context.ts';
import { likelySame } from './resemblance.ts';

/**
 * People of the association who may be the same. Those the actor may open come with their name; of the others only that there is
 * one, so that the actor asks the coordination: a record one may not open tells nothing of itself.
 */
export async function likelyDuplicates(
  app: AppContext,
  actor: Actor,
  person: { givenName: string; familyName: string; birthOn: string | null },
): Promise<LikelyDuplicate[]> {
  const words = searchWords(`${person.givenName} ${person.familyName}`);
  // The first letters are enough to find a name with one typing error further on.
  const stems = words.map((word) => word.slice(0, 3)).filter((stem) => stem.length >= 2);
  const resembling = (await app.database.read(systemActor(actor.associationId), (r) => r.persons.unsafeResembling(stems)))
    .filter((other) => likelySame({ words, birthOn: person.birthOn }, { words: other.searchText.split(' '), birthOn: other.birthOn }))
    .slice(0, 20);
  if (!resembling.length) return [];
  const visible = await app.database.read(actor, (r) => Promise.all(resembling.map((other) => r.persons.find(other.id))));
  const mine = visible.filter((p) => p !== null);
  const others = resembling.length > mine.length;
  return [
    ...mine.map((p) => ({
      mayOpen: true as const,
      id: p.id,
      reference: p.reference,
      givenName: p.givenName,
      familyName: p.familyName,
      birthOn: p.birthOn,
    })),
    ...(others ? [{ mayOpen: false as const }] : []),
  ];
}
