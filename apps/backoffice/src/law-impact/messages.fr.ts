export const lawImpact = {
  docTitle: 'Ce que change la loi',
  intro: 'Quels dossiers ouverts reçoivent une autre réponse ? Seuls ceux dont un motif change sont montrés.',
  mode: 'Que comparer ?',
  modes: { dates: 'Deux dates, avec ce que l’on sait aujourd’hui', stored: 'La dernière pesée de chacun et les règles d’aujourd’hui' },
  from: 'Première date',
  to: 'Seconde date',
  fromHint: 'Par exemple la veille d’une réforme.',
  run: 'Chercher les dossiers touchés',
  running: (done: number, of: number) => `${done} dossiers examinés sur ${of}…`,
  progress: 'Dossiers examinés',
  stop: 'Arrêter',
  stopped: (done: number, of: number) => `Arrêté après ${done} dossiers sur ${of}.`,
  found: (n: number, of: number) =>
    n === 0
      ? `Aucun des ${of} dossiers ouverts ne change.`
      : n === 1
        ? `1 dossier change, sur ${of}.`
        : `${n} dossiers changent, sur ${of}.`,
  unweighed: (n: number) =>
    n === 1
      ? '1 dossier n’a jamais été pesé : il ne peut pas être comparé.'
      : `${n} dossiers n’ont jamais été pesés : ils ne peuvent pas être comparés.`,
  title: 'Dossiers touchés',
  pursued: 'Le motif demandé change',
  holder: 'En charge',
  nobody: 'personne',
  because: {
    law: 'Une autre version de la règle s’applique.',
    rules: 'La règle a été corrigée dans le logiciel depuis cette pesée.',
    time: 'La règle est la même ; seul le temps a passé.',
  },
  versions: (before: string, after: string) => `Version en vigueur depuis le ${before}, puis depuis le ${after}.`,
  versionOne: (after: string) => `Version en vigueur depuis le ${after}.`,
  compared: (before: string, after: string) => `Comparé : ${before} et ${after}.`,
  rulesVersion: (v: string) => `Pesé avec les règles ${v}.`,
};
