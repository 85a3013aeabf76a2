import { AppError, type AcknowledgeRiskRequest, type DossierRisk, type FieldProblem, type RiskTextLanguage } from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';
import type { IsoDate } from '@permanence/rules';
import { checkColleague } from '../dossiers/colleague.ts';
import { isBasisId } from '../dossiers/basis.ts';
import { toFacts } from '../facts/to-facts.ts';
import { newId } from '../support/ids.ts';
import { found, mutation, query } from '../support/use-case.ts';
import { riskOf, standingOf } from './risk-of.ts';
import { RISK_TEXT_VERSION, riskText } from './risk-text.ts';

async function read(repositories: Repositories, dossierId: string, onDate: IsoDate, language: RiskTextLanguage): Promise<DossierRisk> {
  const { basis, personId } = found(await repositories.dossiers.find(dossierId));
  const acknowledgements = await repositories.risks.ofDossier(dossierId);
  const facts = await toFacts(repositories, found(await repositories.persons.find(personId)));
  // A basis of older rules cannot be judged any more.
  const risk = basis && isBasisId(basis) ? riskOf(basis, 'first', facts, onDate) : null;
  return {
    risk,
    standing: risk ? standingOf(risk, acknowledgements) : 'not-needed',
    text: { version: RISK_TEXT_VERSION, language, lines: risk ? riskText(risk, language) : [] },
    acknowledgements,
  };
}

/** The risk of the request a dossier prepares, today, with what is to be read out and what was acknowledged so far. */
export const getDossierRisk = query<{ dossierId: string; language: RiskTextLanguage }, DossierRisk>({
  name: 'get-dossier-risk',
  permission: 'dossier.read',
  execute: ({ input: { dossierId, language }, repositories, app }) => read(repositories, dossierId, app.clock.today(), language),
});

/**
 * Keeps what the person answered once the risk was explained: who explained, in which language, which text. The risk kept is that of the day
 * of the explanation. Never changed afterwards; an explanation given again is another one.
 * @throws AppError wrong-state for a closed dossier or one without a basis, invalid-input naming each field
 */
export const acknowledgeRisk = mutation<AcknowledgeRiskRequest & { dossierId: string }, DossierRisk>({
  name: 'acknowledge-risk',
  permission: 'dossier.write',
  execute: async ({ input: { dossierId, ...input }, repositories, app, actor }) => {
    const { closed, personId } = found(await repositories.dossiers.brief(dossierId));
    if (closed) throw new AppError('wrong-state', { message: 'dossier is closed' });
    const today = app.clock.today();
    const problems: FieldProblem[] = [];
    if (input.explainedOn > today) problems.push({ field: 'explainedOn', message: 'Cette date est dans le futur.' });
    if (input.textVersion !== RISK_TEXT_VERSION)
      problems.push({ field: 'textVersion', message: 'Le texte à lire a changé. Rechargez la page et lisez le nouveau texte.' });
    const onDate = input.explainedOn > today ? today : input.explainedOn;
    const { risk } = await read(repositories, dossierId, onDate, input.textLanguage);
    if (!risk) throw new AppError('wrong-state', { message: 'dossier pursues no basis' });
    if (risk.lawyerFirst && input.decision === 'go-on' && !input.lawyer)
      problems.push({ field: 'lawyer', message: 'Dites si la personne a vu un avocat : les règles le demandent avant ce dépôt.' });
    if (problems.length) throw new AppError('invalid-input', { problems });
    const explainedById = input.explainedById ?? actor.userId;
    if (!explainedById) throw new AppError('forbidden', { message: 'somebody explains, not the system' });
    await checkColleague(repositories, explainedById, 'explainedById');
    const id = newId();
    await repositories.risks.add({
      id,
      dossierId,
      basis: risk.basis,
      explainedById,
      explainedOn: input.explainedOn,
      spokenLanguage: input.spokenLanguage,
      interpreter: input.interpreter,
      decision: input.decision,
      understood: input.understood,
      lawyer: input.lawyer ?? null,
      signedOnPaper: input.signedOnPaper,
      strength: risk.strength,
      risk: risk.risk,
      bars: risk.bars,
      rulesVersion: risk.rulesVersion,
      textVersion: RISK_TEXT_VERSION,
      textLanguage: input.textLanguage,
      textLines: riskText(risk, input.textLanguage),
      createdAt: app.clock.now(),
    });
    const action = input.decision === 'go-on' ? 'risk.acknowledged' : 'risk.declined';
    return {
      result: await read(repositories, dossierId, today, input.textLanguage),
      audit: [{ action, targetKind: 'risk-acknowledgement', targetId: id, personId, dossierId, fields: ['decision', 'explainedOn'] }],
    };
  },
});
