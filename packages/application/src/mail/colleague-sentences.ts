/** Sentences of what colleagues receive: their week, the coordinator's Monday, a date nobody acted on. */
export interface ColleagueSentences {
  hello: string;
  open: string;
  automatic: string;
  weekSubject: string;
  /** {from} {to} */
  week: string;
  weekEmpty: string;
  mondaySubject: string;
  /** {from} {to} */
  monday: string;
  overdue: string;
  coming: string;
  /** {date} {what} {dossier} */
  entry: string;
  /** {date} {hour} {what} {dossier} */
  entryAtHour: string;
  withoutDossier: string;
  appointment: string;
  task: string;
  /** {more} */
  more: string;
  toLookAt: string;
  /** {count} in each */
  counts: Record<'holderless' | 'failed' | 'inDoubt' | 'heldBack' | 'overdueTasks' | 'contactsToRepair' | 'stops', string>;
  nothingToLookAt: string;
  /** {dossier} */
  escalationSubject: string;
  escalationSubjectWithoutDossier: string;
  /** {what} */
  escalation: string;
  /** {date} */
  askedOn: string;
  /** {date} */
  prudent: string;
  /** {date} */
  lastDay: string;
  /** {date} {hour} */
  expires: string;
  nobodyHolds: string;
  /** {count} */
  held: string;
  escalationAct: string;
}

export const colleagueFr: ColleagueSentences = {
  hello: 'Bonjour,',
  open: 'Ouvrir : {link}',
  automatic: 'Message automatique de Permanence. Ne mettez aucune donnée personnelle dans une réponse.',
  weekSubject: 'Votre semaine',
  week: 'Ce qui vous attend du {from} au {to} :',
  weekEmpty: 'Rien de daté ne vous attend cette semaine.',
  mondaySubject: 'La semaine de l’équipe',
  monday: 'Les échéances de l’équipe du {from} au {to} :',
  overdue: 'En retard',
  coming: 'À venir',
  entry: '{date} : {what} ({dossier})',
  entryAtHour: '{date} à {hour} : {what} ({dossier})',
  withoutDossier: 'sans dossier',
  appointment: 'rendez-vous',
  task: 'tâche à faire',
  more: 'Et encore {more}, à voir dans Permanence.',
  toLookAt: 'À regarder',
  counts: {
    holderless: 'Dossiers sans référent : {count}',
    failed: 'Messages en échec : {count}',
    inDoubt: 'Messages dont on ne sait pas s’ils sont partis : {count}',
    heldBack: 'Messages retenus par sécurité, à remplacer par un appel : {count}',
    overdueTasks: 'Tâches en retard : {count}',
    contactsToRepair: 'Contacts à réparer : {count}',
    stops: 'Personnes qui ne veulent plus de messages, à rappeler : {count}',
  },
  nothingToLookAt: 'Rien d’autre à signaler.',
  escalationSubject: 'Personne n’a agi : dossier {dossier}',
  escalationSubjectWithoutDossier: 'Personne n’a agi : une date approche',
  escalation: 'Personne n’a encore agi sur cette échéance : {what}.',
  askedOn: 'L’équipe a été prévenue le {date}.',
  prudent: 'Jour prudent : {date}.',
  lastDay: 'Dernier jour selon la loi : {date}.',
  expires: 'Fin du délai : {date} à {hour}.',
  nobodyHolds: 'Ce dossier n’a pas de référent.',
  held: 'Référents du dossier : {count}.',
  escalationAct: 'Appelez le référent, ou prenez le dossier en main aujourd’hui.',
};

export const colleagueEn: ColleagueSentences = {
  hello: 'Hello,',
  open: 'Open: {link}',
  automatic: 'Automatic message of Permanence. Put no personal data into a reply.',
  weekSubject: 'Your week',
  week: 'What awaits you from {from} to {to}:',
  weekEmpty: 'Nothing with a date awaits you this week.',
  mondaySubject: 'The team’s week',
  monday: 'The team’s dates from {from} to {to}:',
  overdue: 'Overdue',
  coming: 'To come',
  entry: '{date}: {what} ({dossier})',
  entryAtHour: '{date} at {hour}: {what} ({dossier})',
  withoutDossier: 'no dossier',
  appointment: 'appointment',
  task: 'task to do',
  more: 'And {more} more, to be seen in Permanence.',
  toLookAt: 'To look at',
  counts: {
    holderless: 'Dossiers without a holder: {count}',
    failed: 'Messages that failed: {count}',
    inDoubt: 'Messages that may or may not have gone: {count}',
    heldBack: 'Messages held back for safety, to be replaced by a call: {count}',
    overdueTasks: 'Overdue tasks: {count}',
    contactsToRepair: 'Contacts to repair: {count}',
    stops: 'People who want no more messages, to call: {count}',
  },
  nothingToLookAt: 'Nothing else to report.',
  escalationSubject: 'Nobody has acted: dossier {dossier}',
  escalationSubjectWithoutDossier: 'Nobody has acted: a date is coming',
  escalation: 'Nobody has acted on this date yet: {what}.',
  askedOn: 'The team was told on {date}.',
  prudent: 'Prudent day: {date}.',
  lastDay: 'Last day according to law: {date}.',
  expires: 'The time limit ends: {date} at {hour}.',
  nobodyHolds: 'This dossier has no holder.',
  held: 'Holders of the dossier: {count}.',
  escalationAct: 'Call the holder, or take the dossier in hand today.',
};
