export const bounces = {
  title: 'Contacts à réparer',
  docTitle: 'Contacts à réparer',
  intro:
    'Un message est revenu, ou a été signalé comme indésirable : plus rien ne part à ces adresses. Appelez la personne, puis corrigez l’adresse sur sa fiche.',
  none: 'Aucun contact à réparer.',
  person: 'Personne',
  address: 'Adresse',
  why: 'Ce qui s’est passé',
  since: 'Depuis',
};
