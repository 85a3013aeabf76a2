import { addDocument, askBundle, buildBundle, createDossier } from '@permanence/application';
import { aPdf } from '@permanence/testing';
import { NEED_TO_KNOW, type Rows } from './row.ts';
import type { World } from './world.ts';

const volunteer = (w: World) => w.here.users.volunteer.actor;
const aDossierWithAPaper = async (w: World) => {
  const { id: documentId, personId } = await addDocument(w.server.context, volunteer(w), {
    personId: (await w.aPerson()).id,
    document: { docType: 'lease' },
    file: { bytes: aPdf({ text: w.unique() }), originalName: 'bail.pdf', declaredType: 'application/pdf' },
  });
  const { id } = await createDossier(w.server.context, volunteer(w), { personId, stage: 'intake' });
  return { id, documentId };
};
const asked = async (w: World): Promise<{ id: string }> => {
  const { id: dossierId, documentId } = await aDossierWithAPaper(w);
  return askBundle(w.server.context, volunteer(w), {
    dossierId,
    format: 'zip',
    recipient: 'lawyer',
    step: 'first',
    documentIds: [documentId],
    restricted: false,
    presence: false,
  });
};
const made = async (w: World): Promise<{ id: string }> => {
  const { id } = await asked(w);
  await buildBundle(w.server.context, { associationId: w.here.id, bundleId: id });
  return { id };
};

export const bundles: Rows = {
  'GET /api/dossiers/:id/bundle-plan': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDossierWithAPaper(w)).id }) },
  'GET /api/dossiers/:id/bundles': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDossierWithAPaper(w)).id }) },
  'POST /api/dossiers/:id/bundles': {
    expect: NEED_TO_KNOW(201),
    send: async (w) => {
      const { id, documentId } = await aDossierWithAPaper(w);
      return { id, body: { format: 'pdf', recipient: 'prefecture', step: 'first', documentIds: [documentId] } };
    },
  },
  'GET /api/bundles/:id': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await asked(w)).id }) },
  'POST /api/bundles/:id/cancel': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await asked(w)).id }) },
  'GET /api/bundles/:id/file': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await made(w)).id }) },
};
