import { seesWholeAssociation, type Actor } from '@permanence/contracts';

/**
 * Need-to-know as a filter, beside the row policies that say the same in the database: neither relies on the other.
 * `unsafe…` queries elsewhere are those that leave it out, each for a reason of its own.
 */
export const personScope = (actor: Actor) => ({
  associationId: actor.associationId,
  ...(seesWholeAssociation(actor) ? {} : { accesses: { some: { userId: actor.userId ?? '' } } }),
});
export const dossierScope = (actor: Actor) => ({
  associationId: actor.associationId,
  ...(seesWholeAssociation(actor) ? {} : { members: { some: { userId: actor.userId ?? '', current: true } } }),
});
export const restrictedScope = (actor: Actor) => (actor.restrictedPapers ? {} : { confidentiality: 'ordinary' as const });
