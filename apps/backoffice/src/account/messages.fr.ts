export const account = {
  title: 'Votre compte',
  docTitle: 'Votre compte',
  language: 'Langue',
  languageIntro: 'Celle de vos écrans à chaque connexion, et des messages que vous recevez.',
  languages: { fr: 'Français', en: 'English' },
  languageSaved: 'La langue est enregistrée.',
  password: 'Phrase de passe',
  passwordIntro: 'La changer ferme vos autres sessions : un autre ordinateur, un téléphone.',
  current: 'Phrase de passe actuelle',
  next: 'Nouvelle phrase de passe',
  nextHint: 'Au moins 12 caractères. Quatre mots sans lien entre eux se retiennent bien.',
  again: 'La même, encore une fois',
  different: 'Les deux ne sont pas pareilles.',
  change: 'Changer la phrase de passe',
  changed: (n: number) =>
    n === 0
      ? 'La phrase de passe est changée.'
      : `La phrase de passe est changée, ${n} autre${n > 1 ? 's' : ''} session${n > 1 ? 's' : ''} fermée${n > 1 ? 's' : ''}.`,
  feed: 'Votre calendrier, dans votre agenda',
  feedIntro:
    'Une adresse privée que votre agenda (Thunderbird, Google Agenda, téléphone) relit tout seul. Il y montre les échéances et les rendez-vous des dossiers que vous suivez : un numéro de dossier et un jour. Aucun nom, aucun lieu, aucun motif.',
  feedRefresh:
    'Google Agenda ne relit l’adresse que toutes les 12 à 24 heures, les autres toutes les heures environ. Pour une urgence, regardez toujours ici.',
  feedSecret:
    'Qui a l’adresse lit ces jours. Ne la donnez à personne. Si elle a été vue, faites-en une nouvelle : l’ancienne ne répond plus.',
  feedNone: 'Aucune adresse n’est active.',
  feedSince: (day: string) => `Une adresse est active depuis le ${day}. Elle ne peut plus être affichée.`,
  feedMake: 'Créer l’adresse',
  feedRotate: 'Faire une nouvelle adresse',
  feedRotateSure: 'L’adresse actuelle cessera de répondre : il faudra mettre la nouvelle dans votre agenda.',
  feedRevoke: 'Supprimer l’adresse',
  feedRevokeSure: 'Votre agenda ne recevra plus rien.',
  feedOnce: 'Votre adresse. Copiez-la maintenant : elle ne sera plus jamais affichée.',
  feedUrl: 'Adresse du calendrier',
  feedCopy: 'Copier',
  feedCopied: 'L’adresse est copiée.',
  feedHow: 'Comment l’ajouter à mon agenda ?',
  feedSteps: [
    'Thunderbird : Nouvel agenda, Sur le réseau, coller l’adresse.',
    'Google Agenda, sur un ordinateur : Autres agendas, À partir de l’URL, coller l’adresse.',
    'iPhone : Réglages, Apps, Calendrier, Comptes, Ajouter un compte, Autre, S’abonner à un calendrier.',
  ],
};
