export const sheet = {
  title: 'Fiche à remettre à la personne',
  docTitle: 'Fiche à remettre',
  intro: 'À imprimer et à donner. Elle ne porte ni nom, ni titre, ni motif : qui la trouve n’apprend presque rien.',
  back: 'Revenir au dossier',
  language: 'Langue de la fiche',
  languages: { fr: 'Français', en: 'Anglais', ar: 'Arabe' },
  print: 'Imprimer',
  notReviewed: 'Ces phrases n’ont pas encore été relues par une personne de cette langue. Relisez la date avec la personne.',
};
