import { AppError, MAX_BUNDLE_BYTES, type AskBundleRequest, type Bundle } from '@permanence/contracts';
import type { StoredBundle } from '@permanence/persistence';
import { newId } from '../support/ids.ts';
import { found, mutation, query } from '../support/use-case.ts';
import { inChecklistOrder } from './plan-bundle.ts';

/** On their way for one dossier at once: each takes a while, and the second click is mostly impatience. */
const MOST_OPEN = 3;
const SHOWN = 10;

export const toBundle = ({ documentIds, recipientName: _, presence: __, askedById: ___, ...bundle }: StoredBundle): Bundle => ({
  ...bundle,
  pieces: documentIds.length,
});
const wrong = (message: string): AppError => new AppError('invalid-input', { problems: [{ field: 'documentIds', message }] });

/**
 * Asks for the papers to be bound. Restricted ones are taken only by someone who may read them and who says so.
 * @throws AppError restricted-paper, invalid-input, wrong-state when enough are already on their way
 */
export const askBundle = mutation<AskBundleRequest & { dossierId: string }, Bundle>({
  name: 'ask-bundle',
  permission: 'document.write',
  execute: async ({ input: { dossierId, documentIds, restricted, recipientName, ...order }, repositories, actor, app }) => {
    const { basis, personId } = found(await repositories.dossiers.find(dossierId));
    if (restricted && !actor.restrictedPapers) throw new AppError('restricted-paper');
    if ((await repositories.bundles.open(dossierId)) >= MOST_OPEN) throw new AppError('wrong-state');
    const chosen = new Set(documentIds);
    const placed = inChecklistOrder(await repositories.documents.ofPerson(personId), basis, order.step).filter(({ document }) =>
      chosen.has(document.id),
    );
    if (placed.length < chosen.size) throw wrong('Une pièce cochée n’est plus dans le coffre de cette personne. Rechargez la page.');
    if (placed.some(({ document }) => !document.file))
      throw wrong('Une pièce cochée a été vue sans être gardée : elle n’a pas de fichier.');
    const holdsRestricted = placed.some(({ document }) => document.confidentiality !== 'ordinary');
    if (holdsRestricted && !restricted) throw wrong('Une pièce cochée est dans la partie protégée : confirmez ce choix.');
    if (placed.reduce((sum, { document }) => sum + (document.file?.byteSize ?? 0), 0) > MAX_BUNDLE_BYTES)
      throw wrong('Ces pièces sont trop lourdes pour un seul envoi. Faites-en deux.');
    const id = newId();
    await repositories.bundles.add({
      ...order,
      id,
      dossierId,
      recipientName: recipientName ?? null,
      documentIds: placed.map(({ document }) => document.id),
      restricted: holdsRestricted,
      askedAt: app.clock.now(),
    });
    await repositories.outbox.enqueue(newId(), 'bundle.build', { associationId: actor.associationId, bundleId: id });
    return {
      result: toBundle(found(await repositories.bundles.find(id))),
      audit: [{ action: 'bundle.asked', targetKind: 'bundle', targetId: id, personId, dossierId, fields: Object.keys(order) }],
    };
  },
});

/** Stops one on its way; what was made of it is taken away by whoever makes it. @throws AppError wrong-state once it has ended */
export const cancelBundle = mutation<{ id: string }, Bundle>({
  name: 'cancel-bundle',
  permission: 'document.write',
  execute: async ({ input: { id }, repositories }) => {
    const { dossierId } = found(await repositories.bundles.find(id));
    if (!(await repositories.bundles.end(id, 'cancelled', null))) throw new AppError('wrong-state');
    return {
      result: toBundle(found(await repositories.bundles.find(id))),
      audit: [{ action: 'bundle.cancelled', targetKind: 'bundle', targetId: id, dossierId }],
    };
  },
});

export const getBundle = query<{ id: string }, Bundle>({
  name: 'get-bundle',
  permission: 'document.read',
  execute: async ({ input: { id }, repositories }) => toBundle(found(await repositories.bundles.find(id))),
});
/** The newest first. */
export const listBundles = query<{ dossierId: string }, Bundle[]>({
  name: 'list-bundles',
  permission: 'document.read',
  execute: async ({ input: { dossierId }, repositories }) => {
    found(await repositories.dossiers.find(dossierId));
    return (await repositories.bundles.ofDossier(dossierId, SHOWN)).map(toBundle);
  },
});
