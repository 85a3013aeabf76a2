import { AppError, type FieldProblem } from '@permanence/contracts';
import { isIsoDate, parseInstant, type DeadlineInput, type IsoDate } from '@permanence/rules';

/** Days of the facts that cannot lie in the future: they are things that happened. */
const HAPPENED = [
  'measureNotifiedOn',
  'firstPresentedOn',
  'collectedOn',
  'postedOnPortalOn',
  'firstOpenedOn',
  'completeFileReceivedOn',
  'knowledgeProvenOn',
  'reasonsRequestedOn',
  'reasonsReceivedOn',
  'recoursGracieuxPostedOn',
  'recoursGracieuxReceivedOn',
  'recoursHierarchiquePostedOn',
  'recoursHierarchiqueReceivedOn',
  'recoursAnsweredOn',
  'aideJuridictionnelleRequestedOn',
  'aideJuridictionnelleNotifiedOn',
  'lawyerAppointedOn',
] as const;
const FUTURE = 'Cette date est à venir : vérifiez-la.';

/**
 * Days that cannot be, before anything is computed from them: a wrong year is the commonest slip, and it moves the limit by a year.
 * @throws AppError invalid-input naming each field
 */
export function checkFacts(input: DeadlineInput, { today, now }: { today: IsoDate; now: string }): void {
  const problems: FieldProblem[] = [];
  const { decisionOn, notifiedOn, notifiedAt } = input;
  const facts = input.facts ?? {};
  if (decisionOn && decisionOn > today) problems.push({ field: 'decisionOn', message: FUTURE });
  if (notifiedOn && notifiedOn > today) problems.push({ field: 'notifiedOn', message: FUTURE });
  const localDay = parseInstant(notifiedAt)?.local.on ?? null;
  // By the instant, not the day: in La Réunion it is tomorrow before it is in Paris.
  if ((parseInstant(notifiedAt)?.at ?? 0) > (parseInstant(now)?.at ?? Infinity)) problems.push({ field: 'notifiedAt', message: FUTURE });
  if (decisionOn && notifiedOn && notifiedOn < decisionOn)
    problems.push({ field: 'notifiedOn', message: 'La notification ne peut pas précéder la décision.' });
  if (decisionOn && localDay && localDay < decisionOn)
    problems.push({ field: 'notifiedAt', message: 'La notification ne peut pas précéder la décision.' });
  if (notifiedOn && localDay && notifiedOn !== localDay)
    problems.push({ field: 'notifiedAt', message: 'Ce n’est pas le jour de notification indiqué.' });
  for (const name of HAPPENED) {
    const day = facts[name];
    if (isIsoDate(day) && day > today) problems.push({ field: `facts.${name}`, message: FUTURE });
  }
  if (facts.firstPresentedOn && facts.collectedOn && facts.collectedOn < facts.firstPresentedOn)
    problems.push({ field: 'facts.collectedOn', message: 'Le retrait ne peut pas précéder la présentation de la lettre.' });
  if (facts.postedOnPortalOn && facts.firstOpenedOn && facts.firstOpenedOn < facts.postedOnPortalOn)
    problems.push({ field: 'facts.firstOpenedOn', message: 'La consultation ne peut pas précéder la mise à disposition.' });
  if (problems.length) throw new AppError('invalid-input', { problems });
}
