import { AppError, type FilingKind } from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';
import type { IsoDate } from '@permanence/rules';
import { toFacts } from '../facts/to-facts.ts';
import { found } from '../support/use-case.ts';
import { riskOf, standingOf } from './risk-of.ts';

/** The screens turn these two into a link to the page where the risk is explained. */
const FIELD = 'riskAcknowledgement';
const SENTENCES = {
  missing:
    'Cette demande peut finir par une obligation de quitter la France. Expliquez d’abord ce risque à la personne et notez sa réponse (page « Risque » du dossier).',
  unopened:
    'Cette demande peut finir par une obligation de quitter la France. Ouvrez le dossier à une étape d’avant le dépôt, expliquez le risque, puis notez le dépôt.',
  declined: 'La personne a répondu qu’elle ne veut pas déposer cette demande. Si elle a changé d’avis, expliquez-lui à nouveau le risque.',
  changed: 'Le risque a changé depuis qu’il a été expliqué à la personne. Expliquez-le à nouveau et notez sa réponse.',
} as const;

/**
 * Lets a request be noted as filed only after the person's acknowledgement of its risk, as the rules see it on the day of filing.
 * @param basis null: no basis is known, so that no risk can be told
 * @throws AppError invalid-input naming `riskAcknowledgement`
 */
export async function checkRiskAcknowledged(
  repositories: Repositories,
  {
    dossierId,
    personId,
    basis,
    kind,
    onDate,
  }: { dossierId: string; personId: string; basis: string | null; kind: FilingKind; onDate: IsoDate },
): Promise<void> {
  if (!basis) return;
  const facts = await toFacts(repositories, found(await repositories.persons.find(personId)));
  const standing = standingOf(riskOf(basis, kind, facts, onDate), await repositories.risks.ofDossier(dossierId));
  if (standing === 'not-needed' || standing === 'covered') return;
  throw new AppError('invalid-input', { problems: [{ field: FIELD, message: SENTENCES[standing] }] });
}

/**
 * A dossier that does not exist yet holds no acknowledgement: it cannot be opened as already filed on a ground that asks for one.
 * @throws AppError invalid-input naming `stage`
 */
export async function checkOpenedWithoutRisk(
  repositories: Repositories,
  { personId, basis, onDate }: { personId: string; basis: string; onDate: IsoDate },
): Promise<void> {
  const facts = await toFacts(repositories, found(await repositories.persons.find(personId)));
  if (standingOf(riskOf(basis, 'first', facts, onDate), []) === 'not-needed') return;
  throw new AppError('invalid-input', { problems: [{ field: 'stage', message: SENTENCES.unopened }] });
}
