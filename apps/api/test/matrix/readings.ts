import { addDocument, askReading, newId, runReading, childReader } from '@permanence/application';
import { aPaper } from '@permanence/testing';
import { ADMINISTRATOR, NEED_TO_KNOW, type Rows } from './row.ts';
import type { World } from './world.ts';

const volunteer = (w: World) => w.here.users.volunteer.actor;
let made = 0;
/** A paper of the volunteer's person, its reading asked for when it came in. */
const aPaperWithFile = async (w: World): Promise<string> => {
  made += 1;
  const document = await addDocument(w.server.context, volunteer(w), {
    personId: (await w.aPerson()).id,
    document: { docType: 'utility-bill' },
    file: { bytes: aPaper('edfBill', made).pdf, originalName: 'facture.pdf', declaredType: 'application/pdf' },
  });
  return document.id;
};
const aSuggestion = async (w: World): Promise<{ params: Record<string, string> }> => {
  const id = await aPaperWithFile(w);
  const [reading] = await w.server.db.asSuperuser<{ id: string }>('select id from paper_reading where document_id = $1', [id]);
  await runReading({ ...w.server.context, reader: childReader() }, { associationId: w.here.id, readingId: reading!.id });
  const [suggestion] = await w.server.db.asSuperuser<{ id: string }>('select id from paper_suggestion where reading_id = $1', [
    reading!.id,
  ]);
  return { params: { id, suggestionId: suggestion?.id ?? newId() } };
};

export const readings: Rows = {
  'GET /api/documents/:id/reading': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: await aPaperWithFile(w) }) },
  'POST /api/documents/:id/reading': { expect: NEED_TO_KNOW(202), send: async (w) => ({ id: await aPaperWithFile(w) }) },
  'DELETE /api/documents/:id/reading': {
    expect: NEED_TO_KNOW(204),
    send: async (w) => {
      const id = await aPaperWithFile(w);
      await askReading(w.server.context, volunteer(w), { documentId: id });
      return { id };
    },
  },
  'GET /api/documents/:id/reading/:suggestionId/picture': { expect: NEED_TO_KNOW(200), send: aSuggestion },
  'GET /api/settings/reading': { expect: ADMINISTRATOR(200) },
  'PUT /api/settings/reading': { expect: ADMINISTRATOR(200), send: async () => ({ body: { automatic: true } }) },
};
