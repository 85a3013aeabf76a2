import { AppError, may, type CreateDossierRequest, type Dossier, type FieldProblem } from '@permanence/contracts';
import { checkOpenedWithoutRisk } from '../risk/check-risk.ts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';
import { checkBasis } from './basis.ts';
import { checkColleague } from './colleague.ts';

/** Opens one procedure of a person. Whoever registers it holds it; a coordinator may name somebody else, or nobody. */
export const createDossier = mutation<CreateDossierRequest, Dossier>({
  name: 'create-dossier',
  permission: 'dossier.write',
  execute: async ({ input, repositories, app, actor }) => {
    const { personId, basis, stage, departement, holderId } = input;
    found(await repositories.persons.find(personId));
    const problems: FieldProblem[] = [];
    checkBasis(basis, problems);
    if (problems.length) throw new AppError('invalid-input', { problems });
    const holder = holderId === undefined ? actor.userId : holderId;
    if (holder !== actor.userId && !may(actor, 'dossier.assign'))
      throw new AppError('forbidden', { message: 'only a coordinator names the holder' });
    if (holder) await checkColleague(repositories, holder, 'holderId');
    const id = newId();
    const today = app.clock.today();
    if (stage === 'filed' && basis) await checkOpenedWithoutRisk(repositories, { personId, basis, onDate: today });
    await repositories.dossiers.create({
      id,
      personId,
      reference: await repositories.dossiers.nextReference(today),
      basis: basis ?? null,
      stage,
      departement: departement ?? null,
      openedOn: today,
    });
    if (holder) await repositories.dossiers.addMember(newId(), { id, personId }, holder, 'holder');
    return {
      result: found(await repositories.dossiers.find(id)),
      audit: [
        {
          action: 'dossier.created',
          targetKind: 'dossier',
          targetId: id,
          personId,
          dossierId: id,
          fields: ['stage', ...(basis ? ['basis'] : []), ...(departement ? ['departement'] : []), ...(holder ? ['holder'] : [])],
        },
      ],
    };
  },
});
