import {
  acknowledgeRisk,
  addChild,
  addContact,
  addDocument,
  addHouseholdLink,
  addNote,
  addPermit,
  answerFacts,
  createAppointment,
  createDossier,
  createPerson,
  createTask,
  getDossierRisk,
  markDeadlineDone,
  recordDecision,
  recordFiling,
  recordReception,
  weighPerson,
  type UploadContext,
} from '@permanence/application';
import { suggestedIssuer, type Actor, type AnswerInput, type Person } from '@permanence/contracts';
import { addMonths, isFactName, type IsoDate } from '@permanence/rules';
import type { Calendar, DemoCase, DemoPapers } from './case.ts';
import { paperFile } from './paper-file.ts';

export interface DemoTeam {
  volunteers: readonly Actor[];
  coordinator: Actor;
  permanenceId: string;
}
/** Facts held by the person's record, not among the answers. */
const OF_THE_RECORD = ['nationality', 'birthDate', 'children'];

const known = (facts: object, childId?: string): AnswerInput[] =>
  Object.entries(facts)
    .filter(([fact, value]) => value !== null && value !== undefined && !(childId === undefined && OF_THE_RECORD.includes(fact)))
    .map(([fact, value]) => ({
      fact: childId ? `children[].${fact}` : fact,
      ...(childId ? { childId } : {}),
      state: 'value' as const,
      value: value as AnswerInput['value'],
      saidBy: 'person' as const,
    }));

async function loadFacts(app: UploadContext, actor: Actor, person: Person, { facts, children, unanswered }: DemoCase): Promise<void> {
  const answers: AnswerInput[] = known(facts ?? {});
  for (const [label, child] of Object.entries(children ?? {})) {
    const { id } = await addChild(app, actor, { personId: person.id, label });
    answers.push(...known(child, id));
  }
  if (children && !Object.keys(children).length) answers.push({ fact: 'children', state: 'value', value: 'none', saidBy: 'person' });
  for (const { fact, state } of unanswered ?? []) answers.push({ fact, state, saidBy: 'person' });
  const wrong = answers.find(({ fact }) => fact !== 'children' && !isFactName(fact));
  if (wrong) throw new Error(`no such fact: ${wrong.fact}`);
  if (answers.length) await answerFacts(app, actor, { personId: person.id, answers });
}

async function loadPapers(
  app: UploadContext,
  actor: Actor,
  person: Person,
  calendar: Calendar,
  papers: DemoPapers,
  dossierId: string | null,
) {
  for (let months = papers.from; months >= papers.to; months -= papers.every ?? 1) {
    const drawnUpOn = addMonths(calendar.today, -months);
    const document = {
      docType: papers.type,
      issuerKind: suggestedIssuer(papers.type),
      drawnUpOn,
      names: papers.names ?? ['client' as const],
      addressMatches: true,
      ...(papers.handwritten === undefined ? {} : { handwritten: papers.handwritten }),
      ...(papers.confidentiality ? { confidentiality: papers.confidentiality } : {}),
      dossierId,
    };
    // The newest of each kind comes with its file, the others were seen at the counter.
    const newest = months - (papers.every ?? 1) < papers.to;
    const file = newest
      ? {
          bytes: paperFile(['PAPIER FICTIF - DEMONSTRATION', papers.type, `${person.reference}`, `Date : ${drawnUpOn}`]),
          originalName: `${papers.type}-${drawnUpOn}.pdf`,
          declaredType: 'application/pdf',
        }
      : null;
    await addDocument(app, actor, { personId: person.id, document, file });
  }
}

/** Where the rules see a risk, the person was told of it on the day of filing, and wanted to go on. */
async function explainRisk(app: UploadContext, actor: Actor, dossierId: string, explainedOn: IsoDate, person: Person): Promise<void> {
  const { risk, standing, text } = await getDossierRisk(app, actor, { dossierId, language: 'fr' });
  if (!risk || standing === 'not-needed') return;
  await acknowledgeRisk(app, actor, {
    dossierId,
    explainedOn,
    spokenLanguage: person.languages[0] ?? 'fr',
    interpreter: person.needsInterpreter ? 'present' : 'not-needed',
    decision: 'go-on',
    understood: true,
    lawyer: risk.lawyerFirst ? 'seen' : null,
    signedOnPaper: true,
    textLanguage: 'fr',
    textVersion: text.version,
  });
}

/** One invented person, entered through the same use cases as a real one. */
export async function loadCase(
  app: UploadContext,
  team: DemoTeam,
  calendar: Calendar,
  demo: DemoCase,
  people: Map<string, Person>,
): Promise<void> {
  const { coordinator } = team;
  const receiver = team.volunteers[demo.dossier?.holder ?? 0] ?? coordinator;
  const person = await createPerson(app, receiver, { ...demo.person, notADuplicate: true });
  people.set(`${person.givenName} ${person.familyName}`, person);
  for (const contact of demo.contacts ?? []) await addContact(app, coordinator, { personId: person.id, ...contact });
  await loadFacts(app, coordinator, person, demo);

  const holder = demo.dossier ? (demo.dossier.holder === null ? null : (team.volunteers[demo.dossier.holder]?.userId ?? null)) : null;
  const dossier = demo.dossier
    ? await createDossier(app, coordinator, {
        personId: person.id,
        basis: demo.dossier.basis ?? null,
        stage: demo.dossier.stage,
        departement: demo.dossier.departement,
        holderId: holder,
      })
    : null;
  await recordReception(app, receiver, { id: team.permanenceId, personId: person.id, dossierId: null });
  for (const papers of demo.papers ?? []) await loadPapers(app, coordinator, person, calendar, papers, dossier?.id ?? null);
  if (demo.permit) await addPermit(app, coordinator, { personId: person.id, ...demo.permit });
  if (demo.partnerOf) {
    const partner = people.get(demo.partnerOf);
    if (!partner) throw new Error(`no such person: ${demo.partnerOf}`);
    await addHouseholdLink(app, coordinator, { id: person.id, otherPersonId: partner.id, kind: 'spouse' });
  }
  if (dossier) {
    if (demo.filing) {
      await explainRisk(app, coordinator, dossier.id, demo.filing.filedOn, person);
      await recordFiling(app, coordinator, { dossierId: dossier.id, ...demo.filing });
    }
    const decision = demo.decision
      ? await recordDecision(app, coordinator, { dossierId: dossier.id, decision: 'auto', ...demo.decision })
      : null;
    if (demo.acted && decision?.deadline) {
      const { id, version } = decision.deadline;
      await markDeadlineDone(app, coordinator, { id, version, doneOn: demo.acted.on, proof: demo.acted.proof });
    }
    for (const note of demo.notes ?? []) await addNote(app, coordinator, { dossierId: dossier.id, ...note });
    if (demo.task)
      await createTask(app, coordinator, {
        dossierId: dossier.id,
        kind: 'other',
        title: demo.task.title,
        dueOn: calendar.inDays(demo.task.inDays),
        assigneeId: holder,
      });
  }
  if (demo.appointment)
    await createAppointment(app, coordinator, {
      personId: person.id,
      dossierId: dossier?.id ?? null,
      kind: demo.appointment.kind,
      startsAt: calendar.atParis(calendar.inDays(demo.appointment.inDays), 14 * 60 + 30),
      place: demo.appointment.place,
    });
  if (demo.weigh) await weighPerson(app, coordinator, { personId: person.id, dossierId: dossier?.id ?? null });
}
