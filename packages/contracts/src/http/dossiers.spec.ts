import { DOSSIER_STAGES, nextStages, type DossierStage } from './dossiers.ts';

describe('stages of a dossier', () => {
  it('can be put right: what leads forward leads back, save out of the urgency', () => {
    const oneWay = DOSSIER_STAGES.flatMap((from) =>
      nextStages(from)
        .filter((to) => to === from || (to !== 'urgency' && !nextStages(to).includes(from)))
        .map((to) => [from, to]),
    );
    expect(oneWay).toEqual([]);
  });
  it('are all reached from the first contact', () => {
    const reached = new Set<DossierStage>(['contact']);
    for (const stage of reached) for (const next of nextStages(stage)) reached.add(next);
    expect([...reached].sort()).toEqual([...DOSSIER_STAGES].sort());
  });
  it('let an urgency arise at any moment, and never skip the work', () => {
    expect(DOSSIER_STAGES.filter((stage) => !nextStages(stage).includes('urgency'))).toEqual(['urgency']);
    expect(nextStages('triage')).toEqual(['intake', 'urgency', 'diagnosis']);
    expect(nextStages('intake')).not.toContain('filed');
  });
});
