import {
  addChild,
  addDocument,
  addPermit,
  createDossier,
  linkDocument,
  newId,
  receivePieces,
  startUpload,
  weighPerson,
} from '@permanence/application';
import type { Child, PaperDocument, Permit } from '@permanence/contracts';
import { aPdf, PASSWORD } from '@permanence/testing';
import { ADMINISTRATOR, NEED_TO_KNOW, OWN, SIGNED_IN, type Rows } from './row.ts';
import type { World } from './world.ts';

const volunteer = (w: World) => w.here.users.volunteer.actor;
const aChild = async (w: World): Promise<Child> =>
  addChild(w.server.context, volunteer(w), { personId: (await w.aPerson()).id, label: 'Aîné' });
const aPermit = async (w: World): Promise<Permit> =>
  addPermit(w.server.context, volunteer(w), { personId: (await w.aPerson()).id, title: 'cst' });
const aDocument = async (w: World): Promise<PaperDocument> =>
  addDocument(w.server.context, volunteer(w), {
    personId: (await w.aPerson()).id,
    document: { docType: 'lease' },
    file: { bytes: aPdf({ text: w.unique() }), originalName: 'bail.pdf', declaredType: 'application/pdf' },
  });
const TUS = { 'Tus-Resumable': '1.0.0' };
const base64 = (text: string): string => Buffer.from(text).toString('base64');
/** A file of the first volunteer on its way: announced, or all there. */
const anUpload = async (w: World, whole = false): Promise<{ id: string }> => {
  const [id, file] = [newId(), aPdf({ text: w.unique() })];
  const personId = (await w.aPerson()).id;
  await startUpload(w.server.context, volunteer(w), { id, personId, filename: 'a.pdf', filetype: '', byteSize: file.length });
  const content = (async function* () {
    yield file;
  })();
  if (whole) await receivePieces(w.server.context, volunteer(w), { id, offset: 0, content });
  return { id };
};
/** A paper and a dossier of the same person, linked or not. */
const aPaperAndADossier = async (w: World, linked: boolean): Promise<{ params: Record<string, string> }> => {
  const { id: documentId, personId } = await aDocument(w);
  const { id } = await createDossier(w.server.context, volunteer(w), { personId, stage: 'intake' });
  if (linked) await linkDocument(w.server.context, volunteer(w), { dossierId: id, documentId });
  return { params: { id, documentId } };
};
const aWeighedPerson = async (w: World): Promise<{ id: string }> => {
  const { id } = await w.aPerson();
  await weighPerson(w.server.context, volunteer(w), { personId: id });
  return { id };
};
const person = async (w: World) => ({ id: (await w.aPerson()).id });

export const papers: Rows = {
  'GET /api/persons/:id/facts': { expect: NEED_TO_KNOW(200), send: person },
  'PUT /api/persons/:id/facts': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ ...(await person(w)), body: { answers: [{ fact: 'bornInFrance', state: 'value', value: false }] } }),
  },
  'GET /api/persons/:id/facts/history': { expect: NEED_TO_KNOW(200), send: person },
  'GET /api/persons/:id/interview': { expect: NEED_TO_KNOW(200), send: person },
  'POST /api/persons/:id/children': { expect: NEED_TO_KNOW(201), send: async (w) => ({ ...(await person(w)), body: { label: 'Aîné' } }) },
  'PATCH /api/children/:id': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aChild(w)).id, body: { label: 'Cadet' } }) },
  'DELETE /api/children/:id': { expect: NEED_TO_KNOW(204), send: async (w) => ({ id: (await aChild(w)).id }) },

  'GET /api/persons/:id/integration': { expect: NEED_TO_KNOW(200), send: person },
  'PUT /api/persons/:id/integration': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({
      ...(await person(w)),
      body: {
        version: 0,
        signedOn: '2026-10-01',
        civicDays: 1,
        languagePrescribed: null,
        languageHours: null,
        languageHoursAttended: null,
        terminationNoticeOn: null,
        observationsSentOn: null,
      },
    }),
  },
  'GET /api/persons/:id/permits': { expect: NEED_TO_KNOW(200), send: person },
  'POST /api/persons/:id/permits': { expect: NEED_TO_KNOW(201), send: async (w) => ({ ...(await person(w)), body: { title: 'cst' } }) },
  'PATCH /api/permits/:id': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await aPermit(w)).id, body: { version: 1, title: 'csp' } }),
  },
  'DELETE /api/permits/:id': { expect: NEED_TO_KNOW(204), send: async (w) => ({ id: (await aPermit(w)).id }) },

  'GET /api/persons/:id/documents': { expect: NEED_TO_KNOW(200), send: person },
  'POST /api/persons/:id/documents': {
    expect: NEED_TO_KNOW(201),
    send: async (w) => ({ ...(await person(w)), file: aPdf({ text: w.unique() }), fields: { data: '{"docType":"lease"}' } }),
  },
  'GET /api/persons/:id/presence': { expect: NEED_TO_KNOW(200), send: person },
  'GET /api/documents/:id': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDocument(w)).id }) },
  'PATCH /api/documents/:id': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await aDocument(w)).id, body: { version: 1, handwritten: true } }),
  },
  'DELETE /api/documents/:id': { expect: NEED_TO_KNOW(204), send: async (w) => ({ id: (await aDocument(w)).id }) },
  'GET /api/documents/:id/file': { expect: NEED_TO_KNOW(200), send: async (w) => ({ id: (await aDocument(w)).id }) },
  'PUT /api/dossiers/:id/documents/:documentId': { expect: NEED_TO_KNOW(204), send: (w) => aPaperAndADossier(w, false) },
  'DELETE /api/dossiers/:id/documents/:documentId': { expect: NEED_TO_KNOW(204), send: (w) => aPaperAndADossier(w, true) },

  'GET /api/vault': { expect: ADMINISTRATOR(200) },
  'POST /api/vault/rotation': {
    expect: ADMINISTRATOR(202),
    send: async (w) => {
      await aDocument(w);
      return { body: { password: PASSWORD } };
    },
  },
  'POST /api/uploads': {
    expect: NEED_TO_KNOW(201),
    send: async (w) => ({
      headers: { ...TUS, 'Upload-Length': '900', 'Upload-Metadata': `personId ${base64((await w.aPerson()).id)}` },
    }),
  },
  'HEAD /api/uploads/:id': { expect: OWN(200), send: async (w) => ({ ...(await anUpload(w)), headers: TUS }) },
  'PATCH /api/uploads/:id': {
    expect: OWN(204),
    send: async (w) => ({
      ...(await anUpload(w)),
      headers: { ...TUS, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
      raw: Buffer.from('%PDF-1.7'),
    }),
  },
  'DELETE /api/uploads/:id': { expect: OWN(204), send: async (w) => ({ ...(await anUpload(w)), headers: TUS }) },
  'POST /api/uploads/:id/check': { expect: OWN(200), send: (w) => anUpload(w, true) },

  'POST /api/persons/:id/assessments': { expect: NEED_TO_KNOW(201), send: async (w) => ({ ...(await person(w)), body: {} }) },
  'GET /api/persons/:id/assessments': { expect: NEED_TO_KNOW(200), send: person },
  'GET /api/persons/:id/assessments/latest': { expect: NEED_TO_KNOW(200), send: aWeighedPerson },
  'GET /api/assessments/:id': {
    expect: NEED_TO_KNOW(200),
    send: async (w) => ({ id: (await weighPerson(w.server.context, volunteer(w), { personId: (await w.aPerson()).id })).id }),
  },

  'POST /api/rules/assess': { expect: SIGNED_IN(200), send: async () => ({ body: { onDate: '2026-11-21' } }) },
  'POST /api/rules/deadline': { expect: SIGNED_IN(200), send: async () => ({ body: { decision: 'auto' } }) },
  'POST /api/rules/renewal': { expect: SIGNED_IN(200), send: async () => ({ body: { today: '2026-11-21' } }) },
};
